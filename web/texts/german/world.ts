/** German of the tasks: what to do, what was felt, and their dials. */
export const worldPhrases: Readonly<Record<string, string>> = {
  'The arm brings the hand to the cup': 'Der Arm bringt die Hand zum Becher',
  'Open the hand, so that the cup fits into it': 'Die Hand öffnen, bis der Becher hineinpasst',
  'Close the hand on the cup': 'Die Hand um den Becher schließen',
  'Close a little more, or the cup will slip': 'Etwas weiter schließen, sonst rutscht der Becher',
  'Hold the cup: the arm carries it': 'Den Becher halten: Der Arm trägt ihn',
  'Bring the cup upright again': 'Den Becher wieder aufrichten',
  'The cup slips: close the hand a little': 'Der Becher rutscht: Die Hand etwas schließen',
  'Open the hand to let go of the cup': 'Die Hand öffnen und den Becher loslassen',
  'This grip cannot hold the cup: take another':
    'Dieser Griff kann den Becher nicht halten: einen anderen nehmen',
  'That cup is lost: a new one is put there': 'Dieser Becher ist verloren: Ein neuer wird hingestellt',
  'Put down: the arm goes back': 'Abgestellt: Der Arm geht zurück',
  'The arm brings the hand to a block': 'Der Arm bringt die Hand zu einem Klotz',
  'Open the hand, so that a block fits into it': 'Die Hand öffnen, bis ein Klotz hineinpasst',
  'Close the hand on the block': 'Die Hand um den Klotz schließen',
  'Close a little more, or the block will slip': 'Etwas weiter schließen, sonst rutscht der Klotz',
  'Hold the block: the arm carries it over': 'Den Klotz halten: Der Arm trägt ihn hinüber',
  'Hold the block': 'Den Klotz halten',
  'The block slips: close the hand a little': 'Der Klotz rutscht: Die Hand etwas schließen',
  'Open the hand to let go of the block': 'Die Hand öffnen und den Klotz loslassen',
  'This grip cannot hold the block: take another':
    'Dieser Griff kann den Klotz nicht halten: einen anderen nehmen',
  'Take another block': 'Den nächsten Klotz nehmen',
  'Over: the arm goes back': 'Drüben: Der Arm geht zurück',
  'Move the elbow until the forearm is level': 'Den Ellbogen bewegen, bis der Unterarm waagrecht ist',
  'Turn the wrist until the thumb is up': 'Das Handgelenk drehen, bis der Daumen oben ist',
  'Bring the wrist in line with the forearm': 'Das Handgelenk gerade zum Unterarm stellen',
  'The minute is over: rest until the next': 'Die Minute ist um: Ruhe bis zur nächsten',
  'This decoder moves no hand: teach it to open and close one':
    'Dieser Dekoder bewegt keine Hand: Er muss Öffnen und Schließen erst lernen',
  'Straighten the knee to the mark and hold it': 'Das Knie bis zur Marke strecken und halten',
  'Bend the knee to the mark and hold it': 'Das Knie bis zur Marke beugen und halten',
  'Lift the toes to the mark and hold them': 'Die Zehen bis zur Marke heben und halten',
  'Press the toes down to the mark and hold them': 'Die Zehen bis zur Marke senken und halten',
  Rest: 'Ruhe',
  'Turn the leg back to the front': 'Das Bein wieder nach vorn drehen',
  'Bend the knee until the foot stands under it': 'Das Knie beugen, bis der Fuß darunter steht',
  'Bring the sole flat on the ground': 'Die Sohle flach auf den Boden bringen',
  'Straighten the knee: the body rises with it': 'Das Knie strecken: Der Körper steht mit ihm auf',
  'Stand, with as much weight as the scale allows': 'Stehen, mit so viel Last, wie die Waage erlaubt',
  'Bend the knee: the body sits down with it': 'Das Knie beugen: Der Körper setzt sich mit ihm',
  'Too much weight on the prosthesis: take more on the crutches':
    'Zu viel Last auf der Prothese: mehr auf die Stützen nehmen',
  'This decoder moves no knee: teach it to bend and straighten one':
    'Dieser Dekoder bewegt kein Knie: Er muss Beugen und Strecken erst lernen',
  'This decoder moves neither knee nor ankle: teach it to':
    'Dieser Dekoder bewegt weder Knie noch Knöchel: Er muss es erst lernen',
  'The task waits until tests and prompts are over':
    'Die Aufgabe wartet, bis Tests und Anleitungen vorbei sind',
  Touch: 'Berührung',
  'Firm hold': 'Fester Griff',
  Slip: 'Rutschen',
  Drop: 'Gefallen',
  'Put down': 'Abgestellt',
  'Spilled or crushed': 'Verschüttet oder zerdrückt',
  Ground: 'Boden',
  'Too much weight': 'Zu viel Last',
  contact: 'Kontakt',
  'What is done with the prosthesis, by the simulated user until a person takes over.':
    'Was mit der Prothese getan wird: von der simulierten Person, bis jemand übernimmt.',
  'Mass of the person that a leg carries; the stage of rehabilitation limits the share of it.':
    'Masse der Person, die ein Bein trägt; die Stufe der Rehabilitation begrenzt den Anteil.',
  'How fast a joint left alone goes back, of its range, while the script or a recording plays; 0: not at all.':
    'Wie schnell ein Gelenk, das niemand bewegt, zurückgeht, als Anteil seines Bereichs, solange Skript oder Aufnahme läuft; 0: gar nicht.',
  'Time until a touch, or the end of a joint’s range, is felt where the prosthesis is anchored in bone.':
    'Zeit, bis eine Berührung oder das Ende eines Gelenkbereichs gespürt wird, wenn die Prothese im Knochen verankert ist.',
};
