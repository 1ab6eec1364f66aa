/** German of what explains the fields of limb, operation and muscles. */
export const explainedLimb: Readonly<Record<string, string>> = {
  'The residual limb in cross-section.': 'Der Stumpf im Querschnitt.',
  'Where the limb was cut: upper arm, thigh or forearm; or the intact forearm of a volunteer. It names the limb; movements of another limb are pointed out.':
    'Wo abgesetzt wurde: Oberarm, Oberschenkel oder Unterarm; oder der gesunde Unterarm einer Versuchsperson. Benennt die Gliedmaße; auf Bewegungen einer anderen wird hingewiesen.',
  'Radius of the titanium stem in the canal of the bone; 0 for a limb without implant.':
    'Radius des Titanstiels im Markkanal; 0 ohne Implantat.',
  'Outer radius of the bone; 0 for none at this level.':
    'Äußerer Radius des Knochens; 0, wenn auf dieser Höhe keiner ist.',
  'Outer radius of the muscle compartment.': 'Äußerer Radius des Muskelraums.',
  'Fat under the skin now, after thinning. The fat that was taken away is surgery.fatRemovedMm.':
    'Fett unter der Haut jetzt, nach dem Ausdünnen. Das entfernte Fett steht in surgery.fatRemovedMm.',
  'Thickness of the skin; 0 to leave it out.': 'Dicke der Haut; 0 lässt sie weg.',
  'Wet (gel, sweat) or dry skin: its conductivity is 0.43 or 0.0005 S/m.':
    'Nasse (Gel, Schweiß) oder trockene Haut: ihre Leitfähigkeit ist 0.43 oder 0.0005 S/m.',
  'Conductivity of muscle along its fibres.': 'Leitfähigkeit des Muskels längs der Fasern.',
  'Conductivity of muscle across its fibres.': 'Leitfähigkeit des Muskels quer zu den Fasern.',
  'Conductivity of the fat under the skin.': 'Leitfähigkeit des Fetts unter der Haut.',
  'Conductivity of bone: 0.0055 cortical, 0.021 cancellous.':
    'Leitfähigkeit des Knochens: 0.0055 Rinde, 0.021 Schwammknochen.',
  'What the operation and the time since have left.':
    'Was die Operation und die Zeit seither hinterlassen haben.',
  'Days since the operation: swelling goes, voluntary activation and nerves return, atrophy sets in.':
    'Tage seit der Operation: Schwellung geht, Aktivierung und Nerven kehren zurück, Muskelschwund setzt ein.',
  'Excess fat was removed at the end of the stump. Off shows the limb with that fat still there.':
    'Überschüssiges Fett am Stumpfende wurde entfernt. Aus zeigt die Gliedmaße mit diesem Fett.',
  'Thickness of the fat that the surgeon removed.': 'Dicke des Fetts, das die Chirurgin entfernt hat.',
  'Swelling under the skin right after the operation: thickens that layer and makes it conduct better.':
    'Schwellung unter der Haut gleich nach der Operation: macht diese Schicht dicker und leitfähiger.',
  'Time in which the swelling falls to 37 %.': 'Zeit, in der die Schwellung auf 37 % zurückgeht.',
  'Quality of the suture of muscle to bone, for all muscles; multiplies the fixation of each.':
    'Güte der Naht von Muskel an Knochen, für alle Muskeln; multipliziert die Fixierung jedes einzelnen.',
  'Cross-section that a cut muscle loses in the end when it is not fixed.':
    'Querschnitt, den ein durchtrennter Muskel am Ende verliert, wenn er nicht fixiert ist.',
  'Cross-section that a cut muscle loses in the end when it is fixed perfectly.':
    'Querschnitt, den ein durchtrennter Muskel am Ende verliert, wenn er vollkommen fixiert ist.',
  'Cross-section that the cut muscles had lost before this operation, such as after years in a socket.':
    'Querschnitt, den die durchtrennten Muskeln vor dieser Operation verloren hatten, etwa nach Jahren im Schaft.',
  'Time in which 63 % of the atrophy has happened.': 'Zeit, in der 63 % des Schwunds geschehen sind.',
  'Voluntary activation lost right after the operation through pain and immobilisation.':
    'Willentliche Aktivierung, die gleich nach der Operation durch Schmerz und Ruhigstellung fehlt.',
  'Time in which the lost activation falls to 37 %.':
    'Zeit, in der die fehlende Aktivierung auf 37 % zurückgeht.',
  'Time in which a transferred nerve has reinnervated 63 % of its new muscle (TMR, RPNI).':
    'Zeit, in der ein verlegter Nerv 63 % seines neuen Muskels versorgt hat (TMR, RPNI).',
  'Painful nerve ends not removed: guarding co-contraction and irregular bursts of activity, at their worst from four on.':
    'Schmerzhafte Nervenenden, die nicht entfernt wurden: schützende Mitanspannung und unregelmäßige Aktivität, am schlimmsten ab vier.',
  'Regional anaesthesia, a complete motor block: no voluntary EMG below the block, only artefacts and noise remain.':
    'Regionalanästhesie mit vollständiger motorischer Blockade: unterhalb bleibt kein willentliches EMG, nur Störungen und Rauschen.',
  'What carries the prosthesis: a bone anchor, or a socket that moves and presses the electrodes.':
    'Was die Prothese trägt: ein Knochenanker oder ein Schaft, der die Elektroden verschiebt und drückt.',
  'Stability of the stem in the bone: a loose stem shakes the electrodes at every heel strike or tap.':
    'Festigkeit des Implantats im Knochen: ein lockeres erschüttert die Elektroden bei jedem Fersenauftritt oder Antippen.',
  'Friction of skin on the abutment at the stoma: slow skin movement under electrodes nearby.':
    'Reibung der Haut am Durchtritt: langsame Hautbewegung unter nahen Elektroden.',
  'Load the prosthesis may carry at this stage of rehabilitation, of full body weight or arm load.':
    'Last, die die Prothese in diesem Abschnitt der Rehabilitation tragen darf, vom vollen Körpergewicht oder der vollen Armlast.',
  'Muscles that can be read, as sectors of the cross-section.':
    'Muskeln, die abgelesen werden können, als Sektoren des Querschnitts.',
  'A muscle of the residual limb.': 'Ein Muskel des Stumpfs.',
  'Name, different for every muscle of a limb.': 'Name, verschieden für jeden Muskel einer Gliedmaße.',
  'Direction of the middle of the muscle, around the limb from its front.':
    'Richtung der Muskelmitte um die Gliedmaße, von vorn aus.',
  'Angular width of the muscle.': 'Winkelbreite des Muskels.',
  'Depth of the superficial border below the surface of the muscle compartment.':
    'Tiefe der oberen Grenze unter der Oberfläche des Muskelraums.',
  'Depth of the deep border below the surface of the muscle compartment.':
    'Tiefe der unteren Grenze unter der Oberfläche des Muskelraums.',
  'How far around the limb the surgeon moved the muscle when suturing it to bone.':
    'Wie weit die Chirurgin den Muskel beim Annähen an den Knochen um die Gliedmaße verlegt hat.',
  'How much deeper the muscle came to lie when sutured to bone.':
    'Wie viel tiefer der Muskel nach dem Annähen an den Knochen liegt.',
  'Quality of the suture to bone: an unfixed muscle retracts, wastes and pulls on nothing.':
    'Güte der Naht am Knochen: ein unfixierter Muskel zieht sich zurück, schwindet und zieht an nichts.',
  'Length at which the muscle was sutured, relative to its natural rest length.':
    'Länge, mit der der Muskel angenäht wurde, bezogen auf seine natürliche Ruhelänge.',
  'The muscle was cut by the amputation. An intact one keeps its insertion and wastes half as much.':
    'Der Muskel wurde bei der Amputation durchtrennt. Ein unversehrter behält seinen Ansatz und schwindet halb so sehr.',
  'Nerve construct: targeted reinnervation (TMR), free graft on a nerve end (RPNI), linked opposing pair (AMI).':
    'Nervenversorgung: gezielte Reinnervation (TMR), freies Transplantat am Nervenende (RPNI), verbundenes Gegenspielerpaar (AMI).',
  'Length of the fibres at rest, before retraction and tension.':
    'Länge der Fasern in Ruhe, vor Rückzug und Spannung.',
  'Place of the innervation zone along the limb, from the plane of the electrodes, distal positive.':
    'Lage der Innervationszone entlang der Gliedmaße, von der Ebene der Elektroden aus, nach distal positiv.',
  'Where the innervation zone lies between the proximal (0) and the distal end (100) of the fibres.':
    'Wo die Innervationszone zwischen dem proximalen (0) und dem distalen Ende (100) der Fasern liegt.',
  'Standard deviation of the end-plates of one unit along the limb.':
    'Standardabweichung der Endplatten einer Einheit entlang der Gliedmaße.',
  'Standard deviation of the fibre ends at tendon and suture.':
    'Standardabweichung der Faserenden an Sehne und Naht.',
  'Motor units of the muscle before nerve loss.': 'Motorische Einheiten des Muskels vor dem Nervenverlust.',
  'Threshold of the last unit over that of the first: 7.3 ends recruitment at 22 % of maximal force, 17 at 41 %, 30 at 62 %, 50 at 80 %. Small in the hand, large in the thigh.':
    'Schwelle der letzten Einheit geteilt durch die der ersten: 7.3 beendet die Rekrutierung bei 22 % der größten Kraft, 17 bei 41 %, 30 bei 62 %, 50 bei 80 %. Klein in der Hand, groß im Oberschenkel.',
  'Mean discharge rate of the units in a maximal contraction: biceps 31.1, adductor pollicis 29.9, soleus 10.7. All rates of the muscle go with it, the least ones too (assumption), and contraction times against it.':
    'Mittlere Entladungsrate der Einheiten bei größter Kraft: Bizeps 31.1, Adductor pollicis 29.9, Soleus 10.7. Alle Raten des Muskels gehen mit, auch die kleinsten (Annahme), die Kontraktionszeiten entgegengesetzt.',
  'Which intended movements drive this muscle and how strongly. A nerve transfer changes them.':
    'Welche beabsichtigten Bewegungen diesen Muskel antreiben und wie stark. Ein Nerventransfer ändert sie.',
  'Share of this muscle’s maximal force that the movement asks for at full strength.':
    'Anteil der größten Kraft dieses Muskels, den die Bewegung bei voller Stärke fordert.',
};
