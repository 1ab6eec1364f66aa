/** German of what explains the fields of electrodes and disturbances. */
export const explainedElectrodes: Readonly<Record<string, string>> = {
  'What reads the activity, and where.': 'Was die Aktivität abliest, und wo.',
  'On the skin, on the surface of the muscles, or inside them; the last two through the implant.':
    'Auf der Haut, auf der Oberfläche der Muskeln oder in ihnen; die letzten beiden durch das Implantat.',
  'One contact against a far reference, or the first or second difference of contacts in a row.':
    'Ein Kontakt gegen eine ferne Referenz, oder die erste oder zweite Differenz von Kontakten in einer Reihe.',
  'Whether the contacts of a channel lie in a row along the limb, as its fibres do, or around it, across the fibres.':
    'Ob die Kontakte eines Kanals entlang der Gliedmaße liegen, wie ihre Fasern, oder um sie herum, quer zu den Fasern.',
  'Distance between the centres of neighbouring contacts of a channel.':
    'Abstand zwischen den Mitten benachbarter Kontakte eines Kanals.',
  'Shape of a contact; the potential is averaged over it.':
    'Form eines Kontakts; das Potenzial wird über ihn gemittelt.',
  'Diameter of a disc; extent of a rectangle along the limb.':
    'Durchmesser einer Scheibe; Ausdehnung eines Rechtecks entlang der Gliedmaße.',
  'Extent of a rectangular contact around the limb; not used by discs.':
    'Ausdehnung eines rechteckigen Kontakts um die Gliedmaße; bei Scheiben ohne Bedeutung.',
  'Depth of intramuscular contacts below the surface of the muscle compartment.':
    'Tiefe von Kontakten im Muskel unter der Oberfläche des Muskelraums.',
  'Displacement of all electrodes around the limb, as after putting the prosthesis on anew.':
    'Verschiebung aller Elektroden um die Gliedmaße, wie nach erneutem Anlegen der Prothese.',
  'Displacement of all electrodes along the limb, distal positive.':
    'Verschiebung aller Elektroden entlang der Gliedmaße, nach distal positiv.',
  'How often the electrodes were put on anew: another number draws impedance and noise of every contact afresh. Sessions of one donning have them alike.':
    'Wie oft die Elektroden neu angelegt wurden: eine andere Zahl lost Impedanz und Rauschen jedes Kontakts neu aus. Sitzungen mit einem Anlegen haben sie gleich.',
  'Where the channels sit, up to 512 of them.': 'Wo die Kanäle sitzen, bis zu 512.',
  'Place of one channel.': 'Ort eines Kanals.',
  'Name of the channel; CH1, CH2 … where left empty.': 'Name des Kanals; CH1, CH2 …, wenn leer.',
  'Direction around the limb from its front.': 'Richtung um die Gliedmaße, von vorn aus.',
  'Place along the limb, distal positive.': 'Ort entlang der Gliedmaße, nach distal positiv.',
  'What else reaches the electrodes, and the amplifier.':
    'Was außerdem die Elektroden erreicht, und der Verstärker.',
  'RMS of contact and amplifier noise between 20 and 500 Hz, median over the channels; 1 to 5 on wet skin, more on dry, less implanted.':
    'RMS des Rauschens von Kontakt und Verstärker zwischen 20 und 500 Hz, Median über die Kanäle; 1 bis 5 auf nasser Haut, mehr auf trockener, weniger implantiert.',
  'Standard deviation of the noise level between channels, drawn anew at each donning (session). 4.3 ± 1.5 on thighs, 4.8 ± 1.2 on forearms at rest, where tone has a part in it.':
    'Standardabweichung des Rauschpegels zwischen den Kanälen, bei jedem Anlegen (Sitzung) neu gezogen. 4.3 ± 1.5 an Oberschenkeln, 4.8 ± 1.2 an Unterarmen in Ruhe, wo Restspannung beiträgt.',
  'How much the density of the noise falls per octave, 25 to 380 Hz; 0 is white. Thighs at rest 5.2 ± 1.0, forearms 2.5 ± 1.0 and 4.7 ± 1.7, where tone has a part in it.':
    'Wie weit die Dichte des Rauschens je Oktave fällt, 25 bis 380 Hz; 0 ist weiß. Oberschenkel in Ruhe 5.2 ± 1.0, Unterarme 2.5 ± 1.0 und 4.7 ± 1.7, wo Restspannung beiträgt.',
  'Correlation of the noise of neighbours around the limb: the skin between two contacts makes noise in both. 17 ± 9 % on thighs at rest, 28 ± 5 % and 42 ± 12 % on forearms.':
    'Korrelation des Rauschens von Nachbarn um die Gliedmaße: die Haut zwischen zwei Kontakten rauscht in beiden. 17 ± 9 % an Oberschenkeln in Ruhe, 28 ± 5 % und 42 ± 12 % an Unterarmen.',
  'Kurtosis of the noise: 3 is steady and Gaussian; above, contacts crackle for tens of ms and swell for half a second. Forearms at rest 9.1 ± 4.5, thighs 15 ± 13; how long and how often is our assumption.':
    'Kurtosis des Rauschens: 3 ist gleichmäßig und gaußförmig; darüber knistern Kontakte für Dutzende ms und schwellen für eine halbe Sekunde an. Unterarme in Ruhe 9.1 ± 4.5, Oberschenkel 15 ± 13; wie lange und wie oft ist unsere Annahme.',
  'Median impedance of a contact near 100 Hz: 1 to 50 with gel on prepared skin, 100 to 1000 dry. Their inequality turns what is common to both contacts of a channel, hum and the potential of the limb, into signal.':
    'Mittlere Impedanz eines Kontakts bei 100 Hz: 1 bis 50 mit Gel auf vorbereiteter Haut, 100 bis 1000 trocken. Ihre Ungleichheit macht aus dem, was beiden Kontakten eines Kanals gemeinsam ist, Brummen und Potenzial der Gliedmaße, ein Signal.',
  'How unequal contacts are: standard deviation of the logarithm of their impedance, drawn anew at each donning. It decides which channels hum.':
    'Wie ungleich Kontakte sind: Standardabweichung des Logarithmus ihrer Impedanz, bei jedem Anlegen neu gezogen. Sie entscheidet, welche Kanäle brummen.',
  'Impedance of the reference contact that all channels share. Their currents return through it, so that each reads part of the others: nothing of note with gel and good inputs, a common signal with a dry one.':
    'Impedanz des Referenzkontakts, den alle Kanäle teilen. Ihre Ströme kehren durch ihn zurück, sodass jeder einen Teil der anderen liest: nichts Nennenswertes mit Gel und guten Eingängen, ein gemeinsames Signal mit trockenem.',
  'Impedance of each input near 100 Hz, leads included: a metre of passive lead of 100 pF leaves 16, an amplifier at the contact has 1000 and more.':
    'Impedanz jedes Eingangs bei 100 Hz, Leitungen eingeschlossen: ein Meter passive Leitung mit 100 pF lässt 16, ein Verstärker am Kontakt hat 1000 und mehr.',
  'Common-mode rejection of the amplifier itself; what passes is alike in all channels. Unequal contacts usually pass more; 200 is ideal.':
    'Gleichtaktunterdrückung des Verstärkers selbst; was durchkommt, ist in allen Kanälen gleich. Ungleiche Kontakte lassen meist mehr durch; 200 ist ideal.',
  'RMS of mains hum at its fundamental, root-mean-square over channels; how it is shared out among them follows from their contacts.':
    'RMS des Netzbrummens bei seiner Grundfrequenz, quadratisch über die Kanäle gemittelt; wie es sich verteilt, folgt aus ihren Kontakten.',
  'Nominal mains frequency: 50 in most of the world, 60 in the Americas.':
    'Nennfrequenz des Netzes: 50 in den meisten Ländern, 60 in Amerika.',
  'Third harmonic relative to the fundamental; the second, fifth and seventh follow it.':
    'Dritte Harmonische im Verhältnis zur Grundschwingung; zweite, fünfte und siebte folgen ihr.',
  'Largest departure of the mains frequency from nominal; a narrow fixed notch fails on it.':
    'Größte Abweichung der Netzfrequenz vom Nennwert; ein schmaler fester Kerbfilter scheitert daran.',
  'Slow change of the mains amplitude (standard deviation) as the wearer moves in the room.':
    'Langsame Änderung der Netzamplitude (Standardabweichung), während sich die Person im Raum bewegt.',
  'Height of the R wave of the heart, root-mean-square over channels; tens of µV at shoulder and hip, none at the forearm.':
    'Höhe der R-Zacke des Herzens, quadratisch über die Kanäle gemittelt; Dutzende µV an Schulter und Hüfte, keine am Unterarm.',
  'Mean heart rate.': 'Mittlerer Herzschlag.',
  'Standard deviation of the beat interval, half of it in step with breathing.':
    'Standardabweichung des Schlagabstands, zur Hälfte im Takt der Atmung.',
  'Typical peak of a movement artefact (cable pulled, contact shifted; 1 to 15 Hz) in a socket; half of it on a bone anchor.':
    'Typische Spitze einer Bewegungsstörung (Zug am Kabel, verschobener Kontakt; 1 bis 15 Hz) im Schaft; die Hälfte am Knochenanker.',
  'Movement artefacts per minute, at random moments.': 'Bewegungsstörungen je Minute, zu zufälligen Zeiten.',
  'Peak of the artefact at each ground contact or tap where the stem is loose; a stable press-fit lets a tenth through.':
    'Spitze der Störung bei jedem Bodenkontakt oder Antippen, wenn das Implantat locker ist; ein fester Sitz lässt ein Zehntel durch.',
  'Ground contacts of the prosthesis per minute: one per stride.':
    'Bodenkontakte der Prothese je Minute: einer je Doppelschritt.',
  'RMS of slow skin movement near a stoma of full friction, 0.5 to 8 Hz, in step with the cadence.':
    'RMS der langsamen Hautbewegung an einem Durchtritt mit voller Reibung, 0.5 bis 8 Hz, im Takt der Schritte.',
  'RMS of baseline wander below 1 Hz: breathing, sweat, electrode potentials.':
    'RMS des Wanderns der Grundlinie unter 1 Hz: Atmung, Schweiß, Elektrodenpotenziale.',
  'How often some contact lifts off and its channel goes to the rail.':
    'Wie oft sich ein Kontakt abhebt und sein Kanal an den Anschlag geht.',
  'Mean duration of a lift-off.': 'Mittlere Dauer des Abhebens.',
  'How often some contact breaks for 5 to 60 ms: the signal vanishes, with a pop at either end.':
    'Wie oft ein Kontakt für 5 bis 60 ms bricht: das Signal verschwindet, mit einem Knacks an jedem Ende.',
  'How far contact impedance settles after donning: 100 is −13 % in 10 min and −9 % more by 15 min. Hum follows it, noise follows its root.':
    'Wie weit sich die Kontaktimpedanz nach dem Anlegen setzt: 100 ist −13 % in 10 min und −9 % mehr bis 15 min. Brummen folgt ihr, Rauschen ihrer Wurzel.',
  'Minutes the electrodes have been worn when the stream starts.':
    'Minuten, die die Elektroden zu Beginn des Stroms schon getragen werden.',
  'Film of sweat under all contacts: every 0.02 mm takes 2.5 % of the amplitude and leaves the spectrum as it is. Thick films are extrapolated.':
    'Schweißfilm unter allen Kontakten: je 0.02 mm nehmen 2.5 % der Amplitude und lassen das Spektrum, wie es ist. Dicke Filme sind extrapoliert.',
  'Sweat running together under two neighbouring channels: what their difference loses. Both get alike and fade; at 100 all four contacts are one.':
    'Schweiß, der unter zwei Nachbarkanälen zusammenläuft: was ihre Differenz verliert. Beide gleichen sich an und verblassen; bei 100 sind alle vier Kontakte einer.',
  'Channel that sweat bridges to the next one around the limb, counted from 1 in the order of the positions.':
    'Kanal, den Schweiß mit dem nächsten um die Gliedmaße überbrückt, gezählt ab 1 in der Reihenfolge der Orte.',
  'Constant offset at the amplifier input, as electrode half-cells leave it.':
    'Konstanter Versatz am Verstärkereingang, wie ihn Elektroden-Halbzellen hinterlassen.',
  'Corner of the first-order high-pass in front of the converter; 0 couples direct current.':
    'Eckfrequenz des Hochpasses erster Ordnung vor dem Wandler; 0 koppelt Gleichstrom ein.',
  'Low-pass at 0.9 of half the sample rate in front of the converter, at rates below 1000 Hz, which are too low for what the electrodes read. As a real one it delays the signal, by 2.7 samples. Without it what lies above half the rate is folded below it.':
    'Tiefpass bei 0.9 der halben Abtastrate vor dem Wandler, bei Raten unter 1000 Hz, die für das, was die Elektroden lesen, zu klein sind. Wie ein wirklicher verzögert er das Signal, um 2.7 Abtastwerte. Ohne ihn faltet sich, was über der halben Rate liegt, darunter.',
  'Converter range, ± at the electrode; what exceeds it saturates at the rail.':
    'Bereich des Wandlers, ± an der Elektrode; was darüber geht, sättigt am Anschlag.',
  'Converter resolution: the range is cut into 2^bits steps.':
    'Auflösung des Wandlers: der Bereich wird in 2^Bits Stufen geteilt.',
  'How much faster the device samples than it says; hum and heart shift in frequency, and blocks come early.':
    'Wie viel schneller das Gerät abtastet, als es sagt; Brummen und Herz verschieben ihre Frequenz, Blöcke kommen früher.',
  'Share of 10 ms radio packets that are lost. Lost samples are NaN and flagged, never invented, so the decoder must cope.':
    'Anteil der Funkpakete von 10 ms, die verloren gehen. Verlorene Werte sind NaN und markiert, nie erfunden; der Decoder muss damit zurechtkommen.',
  'Mean number of packets lost in a row.': 'Mittlere Zahl der Pakete, die hintereinander verloren gehen.',
  'Known sines in place of muscles, to check a measuring chain with.':
    'Bekannte Sinus anstelle von Muskeln, um eine Messkette zu prüfen.',
  'Known sines reach the electrodes and every muscle is silent: the chain can be checked, and there is nothing to decode.':
    'Bekannte Sinus erreichen die Elektroden, und jeder Muskel ist stumm: die Kette lässt sich prüfen, und zu dekodieren gibt es nichts.',
  'The sine of one channel.': 'Der Sinus eines Kanals.',
  'In the order of the channels; after the last the list starts over.':
    'In der Reihenfolge der Kanäle; nach dem letzten beginnt die Liste von vorn.',
  'Frequency of the sine by a true clock; at half the sample rate or above nothing is delivered.':
    'Frequenz des Sinus nach einer richtigen Uhr; ab der halben Abtastrate kommt nichts an.',
  'Root-mean-square of the sine at the electrode; its peak is 1.414 times as high.':
    'Effektivwert des Sinus an der Elektrode; sein Scheitel ist 1.414-mal so hoch.',
};
