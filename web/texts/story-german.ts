import type { StoryWords } from './story-english.js';

/** Words of the Demo's story in German. */
export const storyGerman: StoryWords = {
  lost: {
    transhumeral: 'einen Arm oberhalb des Ellbogens',
    transradial: 'eine Hand und einen Teil des Unterarms',
    transfemoral: 'ein Bein oberhalb des Knies',
  },
  joint: { leg: 'das Knie oder den Fuß', arm: 'die Hand' },
  limb: {
    ghost:
      'Der gestrichelte Umriss ist, was der Mensch will. Das ausgezogene Glied ist, was die Prothese tut.',
    live: {
      title: 'Ein Mensch, live',
      text: 'Das Signal kommt in diesem Augenblick von einem wirklichen Menschen. Die Seite zeigt, was das Programm daraus macht.',
    },
    recorded: {
      title: 'Eine Aufnahme von einem Menschen',
      text: 'Diese Signale wurden an einem wirklichen Menschen aufgenommen und werden hier abgespielt.',
    },
    wouldDo:
      'Das ausgezogene Glied ist, was die Prothese täte. Wo bekannt ist, was verlangt war, zeigt es ein gestrichelter Umriss.',
    volunteer: {
      title: 'Eine Hand, und eine, die sie nachahmt',
      text: 'Das ist eine simulierte Versuchsperson mit zwei gesunden Händen. Elektroden am Unterarm hören die Muskeln, und die Prothese ahmt die Hand nach.',
    },
    who: (lost) => `Dieser Mensch, der simuliert ist, hat ${lost} verloren.`,
    numbed: 'Im Augenblick sind die Nerven für die Operation betäubt: Nichts bewegt sich.',
    stem: {
      title: 'Vom Knochen gehalten',
      text: (who, fresh) =>
        `${who} Ein Stiel aus Metall sitzt in der Höhle des Knochens, und Knochen ${fresh ? 'wächst an ihn an' : 'ist an ihn angewachsen'}. An diesem Stiel hängt die Prothese: Kein Schaft scheuert oder rutscht.`,
    },
    socket: {
      title: 'In einem Schaft',
      text: (who) =>
        `${who} Die Prothese wird von einem Schaft gehalten, einem Köcher, der den Stumpf umfasst.`,
      toCome: ' Die Operation, die sie mit dem Knochen verbindet, steht noch bevor.',
    },
    between: {
      title: 'Ein Glied und eine Prothese',
      text: (who) =>
        `${who} Noch hält nichts die Prothese am Knochen: Sie ist gezeichnet, um zu zeigen, was die Muskeln verlangen.`,
    },
  },
  tones: {
    title: 'Prüftöne, kein Patient',
    what: 'Jede Elektrode erhält einen Sinus, einen reinen Ton, von bekannter Frequenz und Höhe. Damit prüfen Fachleute Verstärker, Filter und eigene Programme: was hineingeht, ist genau bekannt.',
    nothing:
      'Kein Muskel ist zu hören, also gibt es nichts zu dekodieren: der Dekodierer hat nichts zu unterscheiden, und die Prothese bleibt in Ruhe.',
    story: 'Die Geschichte braucht einen Patienten: oben kann einer gewählt werden.',
  },
  muscles: {
    look: 'Hier blickt man vom Ende her in das Glied: Knochen in der Mitte, Muskeln darum. Ein Muskel leuchtet auf, wenn er arbeitet.',
    lookNumb:
      'Hier blickt man vom Ende her in das Glied: Knochen in der Mitte, Muskeln darum. Keiner leuchtet auf: Die Nerven sind betäubt, und kein Befehl kommt an.',
    unseen: {
      title: 'Muskeln, die gehorchen',
      text: (joint) =>
        `Muskeln spannen sich an, wenn ein Mensch ${joint} bewegt oder es versucht, wo das Glied fehlt.`,
      noPicture:
        'Niemand hat in dieses Glied geschaut, deshalb gibt es kein Bild davon: Nur seine Signale sind bekannt.',
    },
    volunteer: {
      title: 'Muskeln, die Finger bewegen',
      text: 'Die Muskeln, die die Hand schließen und öffnen, liegen im Unterarm. Sehnen tragen ihren Zug zu den Fingern.',
    },
    title: 'Muskeln, die noch gehorchen',
    sewn: (joint) =>
      `Die durchtrennten Muskeln wurden an den Knochen genäht: Chirurgen nennen das Myodese. Sie haben kein Gelenk mehr zu bewegen, und doch spannen sie sich an, wenn der Mensch daran denkt, ${joint} zu bewegen.`,
    loose: (joint) =>
      `Die durchtrennten Muskeln sind nur lose befestigt und dünn geworden. Und doch spannen sie sich an, wenn der Mensch daran denkt, ${joint} zu bewegen.`,
    transferred:
      'Nerven, die einst die Hand bewegten, wurden zu einigen von ihnen geführt: Diese spannen sich nun an, wenn der Mensch an die Hand denkt.',
  },
  signal: {
    title: 'Ein Flüstern aus Strom',
    where: { skin: ' auf der Haut', muscle: ' an den Muskeln, im Körper,' },
    text: (place, channels) =>
      `Ein arbeitender Muskel erzeugt eine schwache Spannung, weniger als ein Hundertstel der einer Batterie. Elektroden${place} hören sie, hier auf ${channels} Kanälen, eine Linie für jeden. Ärzte nennen so eine Spur EMG, kurz für Elektromyogramm.`,
    numb: 'Unter der Nervenblockade schweigen die Muskeln. Was in den Linien bleibt, ist Rauschen.',
    awake:
      'In Ruhe sind die Linien fast flach. Spannt sich ein Muskel an, fügen sich Hunderte kleiner Pulse zu dem Ausschlag, der zu sehen ist.',
  },
  decoding: {
    title: 'Die Absicht lesen',
    pace: (perSecond, windowMs) =>
      `${perSecond}-mal in der Sekunde sieht ein kleines Programm, der Decoder, die letzten ${windowMs} Millisekunden der Linien an`,
    somePace:
      'Viele Male in der Sekunde sieht ein kleines Programm, der Decoder, den letzten Augenblick der Linien an',
    classification: 'und entscheidet, welche Bewegung gemeint ist',
    regression: 'und schätzt, wie schnell sich jedes Gelenk bewegen soll',
    direct: 'und bewegt ein Gelenk mit der Kraft eines Muskels gegen die eines anderen',
    practice: (seconds) => ` Die Muster dieses Menschen hat er aus ${seconds} Sekunden Übung gelernt.`,
    accuracy: (share) =>
      `Bei Versuchen, die von der Übung zurückgehalten wurden, lag er in ${share} der Zeit richtig.`,
    watch: '„Gewollt“ und „Erkannt“ stimmen überein, und manchmal nicht.',
    numb: 'Jetzt hört er nur Rauschen und sollte in Ruhe bleiben.',
  },
  turn: {
    title: 'Jetzt Sie',
    real: 'Der Wille hinter diesem Signal ist der eines Menschen: Es gibt nichts zu drücken. Bei einem simulierten Menschen können Sie selbst der Wille sein.',
    numb: 'Halten Sie eine der Tasten: Nichts geschieht. Die Nerven sind betäubt, und Ihr Wille erreicht die Muskeln nicht.',
    hold: 'Halten Sie eine der Tasten. Sie sind nun der Wille dieses Menschen: Die Muskeln spannen sich an, die Elektroden hören es, der Decoder entscheidet, die Prothese bewegt sich.',
    strength: 'Versuchen Sie es sanft und dann kräftig, mit dem Regler für die Stärke.',
  },
  slip: {
    title: 'Wenn Elektroden verrutschen',
    why: 'Der Decoder kennt das Muster jeder Bewegung nur für den Ort, an dem die Elektroden lagen.',
    implanted:
      ' Auf der Haut liegen sie bei jedem Anlegen ein wenig anders. Die Elektroden dieses Menschen liegen an den Muskeln, im Körper, und bleiben dort.',
    move: ' Verschieben Sie sie um eine Fingerbreite um das Glied, und die Muster ändern sich.',
    see: 'Verschieben Sie sie, halten Sie eine Taste und sehen Sie, was die Prothese daraus macht.',
  },
  fat: {
    title: 'Fett zwischen Muskel und Elektrode',
    physics:
      'Fett leitet das Signal schlecht. Jeder Millimeter zwischen einem Muskel und einer Elektrode auf der Haut macht es schwächer und verwischt einen Muskel mit dem nächsten.',
    surgery:
      'In der Operation wird überflüssiges Fett entfernt, zuerst, damit sich die Haut dort weniger bewegt, wo Metall durch sie tritt. Auch das Signal gewinnt.',
    implanted:
      'Die Elektroden dieses Menschen liegen unter dem Fett, an den Muskeln: Für sie ändert es wenig.',
    add: 'Fügen Sie Fett hinzu und vergleichen Sie die Spuren.',
  },
  operation: {
    title: 'Die Operation',
    text: 'Wie kommt eine Prothese an einen Knochen? In zwölf Szenen gehen Sie durch eine Operation am Oberschenkel, vorwärts und zurück, vom Schaft bis zum Spüren des Bodens.',
    here: 'Der simulierte Mensch geht mit: Querschnitt und Signal sind die der Szene.',
    elsewhere:
      'Zu den Szenen gehört ein eigener simulierter Mensch, dessen Querschnitt und Signal folgen. Der jetzige kommt danach zurück.',
  },
  purpose: {
    leg: {
      title: 'Ein Bein, um darauf zu stehen',
      text: 'Eine Prothese ist dazu da, gebraucht zu werden. Hier steht der Mensch von einem Stuhl auf und setzt sich wieder, mit dem Gewicht, das dieser Abschnitt erlaubt.',
    },
    arm: {
      title: 'Eine Hand, um etwas zu halten',
      text: 'Eine Prothese ist dazu da, gebraucht zu werden. Hier nimmt die Hand einen Becher, trägt ihn und stellt ihn ab; schließt sie zu wenig, rutscht er, schließt sie zu fest, läuft er über.',
    },
  },
};
