import type { StoryFacts } from '../data/story-facts.js';
import type { StoryText, StoryTexts } from './story-english.js';

const lost = {
  transhumeral: 'einen Arm oberhalb des Ellbogens',
  transradial: 'eine Hand und einen Teil des Unterarms',
  transfemoral: 'ein Bein oberhalb des Knies',
  forearm: 'nichts',
} as const;
const joint = ({ limb }: StoryFacts): string => (limb === 'leg' ? 'das Knie oder den Fuß' : 'die Hand');
const some = (text: string | false): string[] => (text === false ? [] : [text]);
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

function whoItIs(facts: StoryFacts): StoryText {
  const ghost =
    'Der gestrichelte Umriss ist, was der Mensch will. Das ausgezogene Glied ist, was die Prothese tut.';
  if (facts.source !== 'simulation' || !facts.level) {
    const live = facts.source === 'person';
    return {
      title: live ? 'Ein Mensch, live' : 'Eine Aufnahme von einem Menschen',
      text: [
        live
          ? 'Das Signal kommt in diesem Augenblick von einem wirklichen Menschen. Die Seite zeigt, was das Programm daraus macht.'
          : 'Diese Signale wurden an einem wirklichen Menschen aufgenommen und werden hier abgespielt.',
        'Das ausgezogene Glied ist, was die Prothese täte. Wo bekannt ist, was verlangt war, zeigt es ein gestrichelter Umriss.',
      ],
    };
  }
  if (facts.level === 'forearm')
    return {
      title: 'Eine Hand, und eine, die sie nachahmt',
      text: [
        'Das ist eine simulierte Versuchsperson mit zwei gesunden Händen. Elektroden am Unterarm hören die Muskeln, und die Prothese ahmt die Hand nach.',
        ghost,
      ],
    };
  const who = `Dieser Mensch, der simuliert ist, hat ${lost[facts.level]} verloren.`;
  const numbed = some(
    facts.numb && 'Im Augenblick sind die Nerven für die Operation betäubt: Nichts bewegt sich.',
  );
  if (facts.held === 'stem')
    return {
      title: 'Vom Knochen gehalten',
      text: [
        `${who} Ein Stiel aus Metall sitzt in der Höhle des Knochens, und Knochen ${facts.days < 180 ? 'wächst an ihn an' : 'ist an ihn angewachsen'}. An diesem Stiel hängt die Prothese: Kein Schaft scheuert oder rutscht.`,
        ...numbed,
        ghost,
      ],
    };
  if (facts.held === 'socket')
    return {
      title: 'In einem Schaft',
      text: [
        `${who} Die Prothese wird von einem Schaft gehalten, einem Köcher, der den Stumpf umfasst.${facts.before && !facts.numb ? ' Die Operation, die sie mit dem Knochen verbindet, steht noch bevor.' : ''}`,
        ...numbed,
        ghost,
      ],
    };
  return {
    title: 'Ein Glied und eine Prothese',
    text: [
      `${who} Noch hält nichts die Prothese am Knochen: Sie ist gezeichnet, um zu zeigen, was die Muskeln verlangen.`,
      ...numbed,
      ghost,
    ],
  };
}

function muscles(facts: StoryFacts): StoryText {
  const look = facts.numb
    ? 'Hier blickt man vom Ende her in das Glied: Knochen in der Mitte, Muskeln darum. Keiner leuchtet auf: Die Nerven sind betäubt, und kein Befehl kommt an.'
    : 'Hier blickt man vom Ende her in das Glied: Knochen in der Mitte, Muskeln darum. Ein Muskel leuchtet auf, wenn er arbeitet.';
  if (facts.source !== 'simulation' || !facts.level)
    return {
      title: 'Muskeln, die gehorchen',
      text: [
        `Muskeln spannen sich an, wenn ein Mensch ${joint(facts)} bewegt oder es versucht, wo das Glied fehlt.`,
        'Niemand hat in dieses Glied geschaut, deshalb gibt es kein Bild davon: Nur seine Signale sind bekannt.',
      ],
    };
  if (facts.level === 'forearm')
    return {
      title: 'Muskeln, die Finger bewegen',
      text: [
        'Die Muskeln, die die Hand schließen und öffnen, liegen im Unterarm. Sehnen tragen ihren Zug zu den Fingern.',
        look,
      ],
    };
  const anatomy = facts.sewn
    ? `Die durchtrennten Muskeln wurden an den Knochen genäht: Chirurgen nennen das Myodese. Sie haben kein Gelenk mehr zu bewegen, und doch spannen sie sich an, wenn der Mensch daran denkt, ${joint(facts)} zu bewegen.`
    : `Die durchtrennten Muskeln sind nur lose befestigt und dünn geworden. Und doch spannen sie sich an, wenn der Mensch daran denkt, ${joint(facts)} zu bewegen.`;
  return {
    title: 'Muskeln, die noch gehorchen',
    text: [
      anatomy,
      ...some(
        facts.transferred &&
          'Nerven, die einst die Hand bewegten, wurden zu einigen von ihnen geführt: Diese spannen sich nun an, wenn der Mensch an die Hand denkt.',
      ),
      look,
    ],
  };
}

function signal(facts: StoryFacts): StoryText {
  const where = { skin: ' auf der Haut', muscle: ' an den Muskeln, im Körper,' } as const;
  const place = facts.electrodes ? where[facts.electrodes] : '';
  return {
    title: 'Ein Flüstern aus Strom',
    text: [
      `Ein arbeitender Muskel erzeugt eine schwache Spannung, weniger als ein Hundertstel der einer Batterie. Elektroden${place} hören sie, hier auf ${facts.channels} Kanälen, eine Linie für jeden. Ärzte nennen so eine Spur EMG, kurz für Elektromyogramm.`,
      facts.numb
        ? 'Unter der Nervenblockade schweigen die Muskeln. Was in den Linien bleibt, ist Rauschen.'
        : 'In Ruhe sind die Linien fast flach. Spannt sich ein Muskel an, fügen sich Hunderte kleiner Pulse zu dem Ausschlag, der zu sehen ist.',
    ],
  };
}

function decoding(facts: StoryFacts): StoryText {
  const pace =
    facts.windowMs !== undefined && facts.stepMs !== undefined
      ? `${Math.round(1000 / facts.stepMs)}-mal in der Sekunde sieht ein kleines Programm, der Decoder, die letzten ${facts.windowMs} Millisekunden der Linien an`
      : 'Viele Male in der Sekunde sieht ein kleines Programm, der Decoder, den letzten Augenblick der Linien an';
  const what =
    facts.control === 'classification'
      ? 'und entscheidet, welche Bewegung gemeint ist'
      : facts.control === 'regression'
        ? 'und schätzt, wie schnell sich jedes Gelenk bewegen soll'
        : 'und bewegt ein Gelenk mit der Kraft eines Muskels gegen die eines anderen';
  const practice = facts.practiceSeconds
    ? ` Die Muster dieses Menschen hat er aus ${Math.round(facts.practiceSeconds)} Sekunden Übung gelernt.`
    : '';
  return {
    title: 'Die Absicht lesen',
    text: [
      `${pace} ${what}.${practice}`,
      ...some(
        facts.accuracy !== undefined &&
          `Bei Versuchen, die von der Übung zurückgehalten wurden, lag er in ${percent(facts.accuracy)} der Zeit richtig.`,
      ),
      ...some(
        facts.source === 'simulation' &&
          !facts.numb &&
          '„Gewollt“ und „Erkannt“ stimmen überein, und manchmal nicht.',
      ),
      ...some(facts.numb && 'Jetzt hört er nur Rauschen und sollte in Ruhe bleiben.'),
    ],
  };
}

function turn(facts: StoryFacts): StoryText {
  const title = 'Jetzt Sie';
  if (facts.source !== 'simulation')
    return {
      title,
      text: [
        'Der Wille hinter diesem Signal ist der eines Menschen: Es gibt nichts zu drücken. Bei einem simulierten Menschen können Sie selbst der Wille sein.',
      ],
    };
  if (facts.numb)
    return {
      title,
      text: [
        'Halten Sie eine der Tasten: Nichts geschieht. Die Nerven sind betäubt, und Ihr Wille erreicht die Muskeln nicht.',
      ],
    };
  return {
    title,
    text: [
      'Halten Sie eine der Tasten. Sie sind nun der Wille dieses Menschen: Die Muskeln spannen sich an, die Elektroden hören es, der Decoder entscheidet, die Prothese bewegt sich.',
      'Versuchen Sie es sanft und dann kräftig, mit dem Regler für die Stärke.',
    ],
  };
}

function slip(facts: StoryFacts): StoryText {
  const title = 'Wenn Elektroden verrutschen';
  const why = 'Der Decoder kennt das Muster jeder Bewegung nur für den Ort, an dem die Elektroden lagen.';
  if (facts.electrodes === 'muscle')
    return {
      title,
      text: [
        `${why} Auf der Haut liegen sie bei jedem Anlegen ein wenig anders. Die Elektroden dieses Menschen liegen an den Muskeln, im Körper, und bleiben dort.`,
      ],
    };
  if (facts.electrodes === undefined || facts.numb) return { title, text: [why] };
  return {
    title,
    text: [
      `${why} Verschieben Sie sie um eine Fingerbreite um das Glied, und die Muster ändern sich.`,
      'Verschieben Sie sie, halten Sie eine Taste und sehen Sie, was die Prothese daraus macht.',
    ],
  };
}

function fat(facts: StoryFacts): StoryText {
  const title = 'Fett zwischen Muskel und Elektrode';
  const physics =
    'Fett leitet das Signal schlecht. Jeder Millimeter zwischen einem Muskel und einer Elektrode auf der Haut macht es schwächer und verwischt einen Muskel mit dem nächsten.';
  const surgery = some(
    facts.level !== undefined &&
      facts.level !== 'forearm' &&
      'In der Operation wird überflüssiges Fett entfernt, zuerst, damit sich die Haut dort weniger bewegt, wo Metall durch sie tritt. Auch das Signal gewinnt.',
  );
  if (facts.electrodes === 'muscle')
    return {
      title,
      text: [
        physics,
        ...surgery,
        'Die Elektroden dieses Menschen liegen unter dem Fett, an den Muskeln: Für sie ändert es wenig.',
      ],
    };
  if (facts.electrodes === undefined || facts.numb) return { title, text: [physics, ...surgery] };
  return { title, text: [physics, ...surgery, 'Fügen Sie Fett hinzu und vergleichen Sie die Spuren.'] };
}

function operation(facts: StoryFacts): StoryText {
  return {
    title: 'Die Operation',
    text: [
      'Wie kommt eine Prothese an einen Knochen? In zwölf Szenen gehen Sie durch eine Operation am Oberschenkel, vorwärts und zurück, vom Schaft bis zum Spüren des Bodens.',
      facts.scenes
        ? 'Der simulierte Mensch geht mit: Querschnitt und Signal sind die der Szene.'
        : 'Zu den Szenen gehört ein eigener simulierter Mensch, dessen Querschnitt und Signal folgen. Der jetzige kommt danach zurück.',
    ],
  };
}

function purpose(facts: StoryFacts): StoryText {
  return facts.limb === 'leg'
    ? {
        title: 'Ein Bein, um darauf zu stehen',
        text: [
          'Eine Prothese ist dazu da, gebraucht zu werden. Hier steht der Mensch von einem Stuhl auf und setzt sich wieder, mit dem Gewicht, das dieser Abschnitt erlaubt.',
        ],
      }
    : {
        title: 'Eine Hand, um etwas zu halten',
        text: [
          'Eine Prothese ist dazu da, gebraucht zu werden. Hier nimmt die Hand einen Becher, trägt ihn und stellt ihn ab; schließt sie zu wenig, rutscht er, schließt sie zu fest, läuft er über.',
        ],
      };
}

/** The story in German. */
export const storyGerman: StoryTexts = {
  limb: whoItIs,
  muscles,
  signal,
  decoding,
  turn,
  slip,
  fat,
  operation,
  purpose,
};
