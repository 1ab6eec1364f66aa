/** German of the stages of the journeys that the product comes with, and of their presets. */
export const journeyPhrases: Readonly<Record<string, string>> = {
  'Thigh, the operation scene by scene': 'Oberschenkel, die Operation Szene für Szene',
  'One person through a single-stage press-fit operation and the half year after it, in twelve scenes: anaesthesia, incision, fat thinned, neuromas removed, muscles sewn to bone, canal reamed, stem pressed in, stoma, first load, first steps, feeling.':
    'Ein Mensch durch eine einzeitige Operation mit gepresstem Stiel und das halbe Jahr danach, in zwölf Szenen: Betäubung, Schnitt, Fett verdünnt, Neurome entfernt, Muskeln an den Knochen genäht, Kanal gefräst, Stiel eingepresst, Stoma, erste Last, erste Schritte, Spüren.',
  'before surgery': 'vor der Operation',
  'nerve block': 'Nervenblockade',
  'day 2': 'Tag 2',
  'week 6': 'Woche 6',
  'month 6': 'Monat 6',
  'year 1': 'Jahr 1',
  'In the socket: fat under the skin, cut muscles that hold on to nothing, two painful nerve ends.':
    'Im Schaft: Fett unter der Haut, durchtrennte Muskeln ohne Halt, zwei schmerzhafte Nervenenden.',
  'Regional anaesthesia for the operation: no command reaches the muscles, and only noise is left.':
    'Betäubung der Region für die Operation: Kein Befehl erreicht die Muskeln, nur Rauschen bleibt.',
  'The stem is in, fat is thinned, the muscles are sewn to bone. Swelling and pain still keep the signal small.':
    'Der Stiel sitzt, das Fett ist verdünnt, die Muskeln sind an den Knochen genäht. Schwellung und Schmerz halten das Signal noch klein.',
  'The swelling goes, the leg carries part of its load, and the muscles are used again.':
    'Die Schwellung geht, das Bein trägt einen Teil seiner Last, und die Muskeln werden wieder gebraucht.',
  'The leg carries its full load, and voluntary strength is back.':
    'Das Bein trägt seine volle Last, und die willkürliche Kraft ist zurück.',
  'A year after: thin fat, muscles that hold on to bone, and a signal that stays.':
    'Ein Jahr danach: wenig Fett, Muskeln mit Halt am Knochen und ein Signal, das bleibt.',
  before: 'vorher',
  anaesthesia: 'Betäubung',
  incision: 'Schnitt',
  thinning: 'Verdünnen',
  neuromas: 'Neurome',
  'muscles to bone': 'Muskeln an Knochen',
  reaming: 'Fräsen',
  stem: 'Stiel',
  stoma: 'Stoma',
  'first days': 'erste Tage',
  'first steps': 'erste Schritte',
  'feeling the ground': 'den Boden spüren',
  'Years in a socket have left fat under the skin, cut muscles that hold on to nothing, and two painful nerve ends.':
    'Jahre in einem Schaft haben Fett unter der Haut hinterlassen, durchtrennte Muskeln ohne Halt und zwei schmerzhafte Nervenenden.',
  'The nerves of the leg are numbed: no command reaches the muscles any more, and they fall silent.':
    'Die Nerven des Beins werden betäubt: Kein Befehl erreicht die Muskeln mehr, und sie verstummen.',
  'The end of the stump is opened, and the end of the bone is laid bare.':
    'Das Ende des Stumpfs wird geöffnet und das Ende des Knochens freigelegt.',
  'Spare fat and loose tissue are cut away, so that the skin lies close to muscle and bone.':
    'Überflüssiges Fett und loses Gewebe werden entfernt, damit die Haut nah an Muskel und Knochen liegt.',
  'Painful knots at the ends of cut nerves are found and removed; the fresh ends are laid deep into muscle.':
    'Schmerzhafte Knoten an den Enden durchtrennter Nerven werden gesucht und entfernt; die frischen Enden kommen tief in den Muskel.',
  'The muscles are drawn over the end of the bone and sewn to it, so that they have something to pull on again.':
    'Die Muskeln werden über das Ende des Knochens gezogen und an ihn genäht, damit sie wieder an etwas ziehen können.',
  'The hollow of the bone is widened in steps, each reamer a little wider than the last, until it fits the stem.':
    'Die Höhle des Knochens wird in Stufen geweitet, jeder Fräser etwas breiter als der letzte, bis sie zum Stiel passt.',
  'A stem is pressed into the bone. It has no screw thread; its surface is rough and porous, for bone to grow onto.':
    'Ein Stiel wird in den Knochen gepresst. Er hat kein Gewinde; seine Oberfläche ist rau und porös, damit Knochen anwächst.',
  'Through a small round opening in the skin, the stoma, a polished and coated adapter is set into the stem.':
    'Durch eine kleine runde Öffnung in der Haut, das Stoma, wird ein polierter und beschichteter Adapter in den Stiel gesetzt.',
  'From the first days the stem is loaded on a scale, a little more each time. The leg is still swollen.':
    'Von den ersten Tagen an wird der Stiel auf einer Waage belastet, jedes Mal ein wenig mehr. Das Bein ist noch geschwollen.',
  'The first steps are taken on crutches, while the bone grows onto the stem and carries more and more.':
    'Die ersten Schritte geschehen auf Krücken, während der Knochen an den Stiel anwächst und immer mehr trägt.',
  'Each touch of the ground runs up the stem into the bone and is felt and heard there: osseoperception.':
    'Jede Berührung des Bodens läuft den Stiel hinauf in den Knochen und wird dort gespürt und gehört: Osseoperzeption.',
};
