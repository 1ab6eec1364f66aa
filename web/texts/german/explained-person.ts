/** German of what explains the fields of the person and of people. */
export const explainedPerson: Readonly<Record<string, string>> = {
  'Version of the scenario format.': 'Version des Szenario-Formats.',
  'Short name.': 'Kurzer Name.',
  'Preset that the scenario came from; empty for one of one’s own.':
    'Voreinstellung, aus der das Szenario stammt; leer bei einem eigenen.',
  'Who this is, in one or two sentences.': 'Wer das ist, in ein oder zwei Sätzen.',
  'Luck of the session: discharges, trials, noise. The same scenario and seed give the same samples, bit for bit; another seed is the same person again.':
    'Zufall der Sitzung: Entladungen, Durchgänge, Rauschen. Gleiches Szenario und gleicher Startwert geben Bit für Bit dieselben Abtastwerte; ein anderer Startwert ist dieselbe Person noch einmal.',
  'Who it is: one of the population that the scenario describes.':
    'Wer es ist: jemand aus der Population, die das Szenario beschreibt.',
  'Number of the person: anatomy and habits are drawn from it, whatever the seed. 0 is the typical person, exactly as the scenario says.':
    'Nummer der Person: Anatomie und Gewohnheiten werden daraus gezogen, unabhängig vom Startwert. 0 ist die typische Person, genau wie das Szenario sie beschreibt.',
  'Traits that are known, in place of those drawn; what goes with them follows.':
    'Bekannte Merkmale anstelle der gezogenen; was mit ihnen zusammenhängt, folgt.',
  'Deviation from the typical person, in standard deviations of the population.':
    'Abweichung von der typischen Person, in Standardabweichungen der Population.',
  'How people differ from the typical person of this scenario: standard deviations between people.':
    'Wie sich Menschen von der typischen Person dieses Szenarios unterscheiden: Standardabweichungen zwischen Personen.',
  'Sex, age and build.': 'Geschlecht, Alter und Körperbau.',
  'Share of women: 45 % of one cohort with bone-anchored thigh, 2.5 % of veterans without an arm.':
    'Anteil der Frauen: 45 % in einer Kohorte mit knochenverankertem Oberschenkel, 2.5 % der Veteranen ohne Arm.',
  'Age of the typical person.': 'Alter der typischen Person.',
  'Spread of age; fewer motor units and slower discharge go with it.':
    'Streuung des Alters; weniger motorische Einheiten und langsamere Entladungen gehen damit einher.',
  'Body mass index of the typical person.': 'Body-Mass-Index der typischen Person.',
  'Spread of body mass index; girth and fat go with it.':
    'Streuung des Body-Mass-Index; Umfang und Fett gehen damit einher.',
  'The limb in cross-section.': 'Die Gliedmaße im Querschnitt.',
  'Spread of the limb’s girth among people of one sex: upper arm 9.8, thigh 9.4, forearm 7.1 %.':
    'Streuung des Umfangs unter Menschen eines Geschlechts: Oberarm 9.8, Oberschenkel 9.4, Unterarm 7.1 %.',
  'How much wider a man’s limb is than a woman’s: arm 16, thigh 1.4 %.':
    'Um wie viel breiter die Gliedmaße eines Mannes ist als die einer Frau: Arm 16, Oberschenkel 1.4 %.',
  'Spread of the thickness of fat; that it is skewed towards thick layers is an assumption.':
    'Streuung der Fettdicke; dass sie zu dicken Schichten hin schief ist, ist eine Annahme.',
  'Spread of the thickness of skin.': 'Streuung der Hautdicke.',
  'Spread of the bone’s radius. The canal varies by 14 %, the outside was not measured.':
    'Streuung des Knochenradius. Der Markkanal streut um 14 %, das Äußere wurde nicht gemessen.',
  'Spread of the conductivities of fat and muscle.': 'Streuung der Leitfähigkeiten von Fett und Muskel.',
  'Muscles, each on its own.': 'Muskeln, jeder für sich.',
  'Spread of each muscle’s place around the limb; nobody has measured it.':
    'Streuung der Lage jedes Muskels um die Gliedmaße; niemand hat sie gemessen.',
  'Spread of each muscle’s width.': 'Streuung der Breite jedes Muskels.',
  'Spread of each muscle’s thickness: shares of the whole are alike within 7 % in large and 25 % in small muscles.':
    'Streuung der Dicke jedes Muskels: Anteile am Ganzen gleichen sich in großen Muskeln auf 7 %, in kleinen auf 25 %.',
  'How much deeper than typical half of the muscles lie, as fascia and neighbours cover them.':
    'Wie viel tiefer als typisch die Hälfte der Muskeln liegt, weil Faszien und Nachbarn sie bedecken.',
  'Spread of fibre lengths.': 'Streuung der Faserlängen.',
  'Spread of the innervation zones of a person along the limb, all muscles alike.':
    'Streuung der Innervationszonen einer Person entlang der Gliedmaße, alle Muskeln gleich.',
  'Further spread of the innervation zone of each muscle.':
    'Weitere Streuung der Innervationszone jedes Muskels.',
  'Spread of how scattered end-plates and fibre ends are along the limb.':
    'Streuung dessen, wie weit Endplatten und Faserenden entlang der Gliedmaße verteilt sind.',
  'Spread of each muscle’s share in each movement.': 'Streuung des Anteils jedes Muskels an jeder Bewegung.',
  'Motor units, in all muscles of a person alike.':
    'Motorische Einheiten, in allen Muskeln einer Person gleich.',
  'Spread of the number of motor units, part of it by age.':
    'Streuung der Zahl motorischer Einheiten, zum Teil durch das Alter.',
  'Spread of the mean conduction velocity.': 'Streuung der mittleren Leitungsgeschwindigkeit.',
  'Spread of the highest discharge rates of a person’s units.':
    'Streuung der höchsten Entladungsraten der Einheiten einer Person.',
  'What the operation leaves.': 'Was die Operation hinterlässt.',
  'Spread of how long swelling, activation, nerves and atrophy take.':
    'Streuung der Zeiten, die Schwellung, Aktivierung, Nerven und Muskelschwund brauchen.',
  'Spread of the atrophy of the cut muscles.': 'Streuung des Schwunds der durchtrennten Muskeln.',
  'Electrodes as they are put on.': 'Elektroden, wie sie angelegt werden.',
  'Spread of where the electrodes on the skin come to lie around the limb.':
    'Streuung der Lage der Hautelektroden um die Gliedmaße.',
  'Spread of where the electrodes on the skin come to lie along the limb.':
    'Streuung der Lage der Hautelektroden entlang der Gliedmaße.',
  'Spread of the level of contact noise; chosen by the ratio of activity to rest, which spreads by 2.4 to 5.3 dB.':
    'Streuung des Kontaktrauschens; gewählt nach dem Verhältnis von Aktivität zu Ruhe, das um 2.4 bis 5.3 dB streut.',
  'Spread of how fast contact noise falls with frequency; fitted to recordings of people at rest.':
    'Streuung dessen, wie schnell das Kontaktrauschen mit der Frequenz abnimmt; angepasst an Aufnahmen von Menschen in Ruhe.',
  'Spread of what neighbouring contacts have in common, relative to the typical person; fitted to recordings of people at rest.':
    'Streuung dessen, was benachbarte Kontakte gemeinsam haben, bezogen auf die typische Person; angepasst an Aufnahmen in Ruhe.',
  'Spread of how far the kurtosis of contact noise lies above 3; fitted to recordings of people at rest.':
    'Streuung dessen, wie weit die Kurtosis des Kontaktrauschens über 3 liegt; angepasst an Aufnahmen in Ruhe.',
  'How people make their efforts.': 'Wie Menschen sich anstrengen.',
  'Spread of how variable efforts are; fitted to repetitionCommonSd and repetitionSpecificSd, which spread by 15 to 28 % between people.':
    'Streuung der Veränderlichkeit von Anstrengungen; angepasst an repetitionCommonSd und repetitionSpecificSd, die um 15 bis 28 % zwischen Personen streuen.',
  'Spread of the strength that people mean by the same request.':
    'Streuung der Kraft, die Menschen bei gleicher Aufforderung meinen.',
  'Spread of the strength of the movements of one person: on hands 3, on thighs 7.7; fitted to classCommonSd.':
    'Streuung der Stärke der Bewegungen einer Person: an Händen 3, an Oberschenkeln 7.7; angepasst an classCommonSd.',
  'Spread of the odds of singling out muscles; none where the typical person does it fully.':
    'Streuung der Fähigkeit, Muskeln einzeln anzuspannen; keine, wo die typische Person es ganz kann.',
  'Spread of co-contraction and overflow: in maximal efforts triceps takes part with 26 ± 19 %, biceps with 5.7 ± 5.2 %.':
    'Streuung von Mitanspannung und Überlauf: bei größter Kraft ist der Trizeps mit 26 ± 19 %, der Bizeps mit 5.7 ± 5.2 % beteiligt.',
  'Spread of the tone left at rest.': 'Streuung der Restspannung in Ruhe.',
  'Spread of the mean time to react.': 'Streuung der mittleren Reaktionszeit.',
  'Spread of the time an effort takes to rise: 0.17 to 0.58 s.':
    'Streuung der Anstiegszeit einer Anstrengung: 0.17 bis 0.58 s.',
  'Spread of the overshoot of an effort: 1.3 to 2.5 over the plateau.':
    'Streuung des Überschwingens einer Anstrengung: das 1.3- bis 2.5-Fache des Plateaus.',
  'Spread of what is lost over a hold; fitted to driftMean, −2.2 ± 1.1 and −3.5 ± 0.7 dB.':
    'Streuung dessen, was beim Halten verloren geht; angepasst an driftMean, −2.2 ± 1.1 und −3.5 ± 0.7 dB.',
  'Samples per second and channel, also with a fraction, as devices have it (1925.926, 2148.148). EMG on the skin reaches to 500 Hz, so 1000 is the least that carries it; armbands have 200.':
    'Abtastwerte je Sekunde und Kanal, auch gebrochen, wie Geräte sie haben (1925.926, 2148.148). EMG auf der Haut reicht bis 500 Hz, darum trägt es erst ab 1000; Armbänder haben 200.',
  'Movements that the vocabulary lacks. Drives, script, calibration, decoder and prosthesis then know them by their ids.':
    'Bewegungen, die im Wortschatz fehlen. Muskelantrieb, Skript, Kalibrierung, Decoder und Prothese kennen sie dann an ihrer Kennung.',
  'A movement of the scenario’s own.': 'Eine eigene Bewegung des Szenarios.',
  'How drives, scripts and decoder call it: lowercase words joined by hyphens.':
    'Wie Antrieb, Skript und Decoder sie nennen: kleingeschriebene Wörter mit Bindestrichen.',
  'Name for people, such as Thumbs up; made of the id where empty.':
    'Name für Menschen, etwa Daumen hoch; leer wird er aus der Kennung gebildet.',
  'Limb it is a movement of.': 'Gliedmaße, deren Bewegung sie ist.',
  'Grip that the hand of the prosthesis takes in it.': 'Griff, den die Hand der Prothese dabei einnimmt.',
  'What the prosthesis does in it, joint by joint; a movement without any is told apart and moves nothing.':
    'Was die Prothese dabei tut, Gelenk für Gelenk; ohne Eintrag wird die Bewegung erkannt und bewegt nichts.',
};
