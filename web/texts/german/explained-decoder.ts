/** German of what explains the fields of decoder, prosthesis and user. */
export const explainedDecoder: Readonly<Record<string, string>> = {
  'From signal to decision.': 'Vom Signal zur Entscheidung.',
  'Which movement (classification), every joint at once (regression), or two muscles for one joint (direct).':
    'Welche Bewegung (Klassifikation), alle Gelenke zugleich (Regression) oder zwei Muskeln für ein Gelenk (direkt).',
  'Causal filters that the signal passes in this order.':
    'Kausale Filter, die das Signal in dieser Reihenfolge durchläuft.',
  'One stage of the filter chain.': 'Eine Stufe der Filterkette.',
  'What the stage does to the signal; stages run in the order they are listed.':
    'Was die Stufe mit dem Signal tut; Stufen laufen in der Reihenfolge der Liste.',
  'Number of poles of a high-, low- or band-pass (each side); even. Steeper costs delay.':
    'Zahl der Pole eines Hoch-, Tief- oder Bandpasses (je Seite); gerade. Steiler kostet Verzögerung.',
  'Corner of a high- or low-pass, lower corner of a band-pass, centre of a notch or first of a comb.':
    'Ecke eines Hoch- oder Tiefpasses, untere Ecke eines Bandpasses, Mitte einer Kerbe oder erste eines Kamms.',
  'Upper corner of a band-pass.': 'Obere Ecke eines Bandpasses.',
  'Sharpness of a notch or comb: centre frequency over −3 dB width.':
    'Schärfe einer Kerbe oder eines Kamms: Mittenfrequenz durch Breite bei −3 dB.',
  'How many multiples of the notch frequency are removed, the first included.':
    'Wie viele Vielfache der Kerbfrequenz entfernt werden, die erste mitgezählt.',
  'Stretch of signal behind one decision: longer is more accurate, shorter is quicker.':
    'Signalstück hinter einer Entscheidung: länger ist genauer, kürzer ist schneller.',
  'Time from one decision to the next.': 'Zeit von einer Entscheidung zur nächsten.',
  'Features taken of each window: names (MAV, WL, …) or sets (HTD, TDAR, LS4, LS9, TDPSD, …).':
    'Merkmale jedes Fensters: Namen (MAV, WL, …) oder Sätze (HTD, TDAR, LS4, LS9, TDPSD, …).',
  'A feature such as MAV, or a set such as HTD or TDAR.':
    'Ein Merkmal wie MAV oder ein Satz wie HTD oder TDAR.',
  'ZC, SSC and WAMP: count above the noise of rest, above a fixed amplitude, or as LibEMG counts, without thresholds.':
    'ZC, SSC und WAMP: über dem Rauschen der Ruhe zählen, über einer festen Amplitude, oder wie LibEMG ohne Schwellen.',
  'Amplitude threshold of ZC, SSC and WAMP, where thresholds are fixed.':
    'Amplitudenschwelle von ZC, SSC und WAMP, wo Schwellen fest sind.',
  'Threshold of ZC and SSC in multiples of the noise of rest; 0 counts all. More helps only while the noise stays as it was.':
    'Schwelle von ZC und SSC in Vielfachen des Ruherauschens; 0 zählt alles. Mehr hilft nur, solange das Rauschen bleibt, wie es war.',
  'Threshold of WAMP in multiples of the noise of rest: it counts what noise hardly does.':
    'Schwelle von WAMP in Vielfachen des Ruherauschens: gezählt wird, was Rauschen kaum tut.',
  'Put every feature on the same footing before the model sees it; distances and naive Bayes need it where units differ.':
    'Alle Merkmale auf gleiche Stufe stellen, bevor das Modell sie sieht; Abstände und Naive Bayes brauchen es, wo Einheiten verschieden sind.',
  'Start of each training recording that is not learned from: reaction time and settling of filters.':
    'Anfang jeder Trainingsaufnahme, aus dem nicht gelernt wird: Reaktionszeit und Einschwingen der Filter.',
  'End of each training recording that is not learned from.':
    'Ende jeder Trainingsaufnahme, aus dem nicht gelernt wird.',
  'Model that tells movements apart; LDA is fast, robust and what clinics use.':
    'Modell, das Bewegungen unterscheidet; LDA ist schnell, robust und in Kliniken üblich.',
  'Model that estimates the velocity of every joint, where control is by regression.':
    'Modell, das die Geschwindigkeit jedes Gelenks schätzt, wo durch Regression gesteuert wird.',
  'Options of the models; each model reads its own.': 'Optionen der Modelle; jedes liest seine eigenen.',
  'Seed of random forest, SVM and MLP training: the same seed gives the same model.':
    'Startwert des Trainings von Random Forest, SVM und MLP: gleicher Startwert, gleiches Modell.',
  'LDA, QDA, Mahalanobis: how far covariances are drawn towards a sphere; steadies few data.':
    'LDA, QDA, Mahalanobis: wie weit Kovarianzen zur Kugel gezogen werden; beruhigt wenige Daten.',
  'LDA, QDA, naive Bayes: how likely each movement is before its window is seen: as often as it was recorded, or all alike.':
    'LDA, QDA, Naive Bayes: wie wahrscheinlich jede Bewegung ist, bevor ihr Fenster gesehen wird: so oft wie aufgenommen, oder alle gleich.',
  'kNN: training windows that vote.': 'kNN: Trainingsfenster, die abstimmen.',
  'Linear SVM: price of a training window on the wrong side of the margin.':
    'Lineare SVM: Preis eines Trainingsfensters auf der falschen Seite der Grenze.',
  'Random forest: number of trees.': 'Random Forest: Zahl der Bäume.',
  'Random forest: most questions asked in a row by one tree.':
    'Random Forest: meiste Fragen hintereinander in einem Baum.',
  'MLP: neurons of the hidden layer.': 'MLP: Neuronen der verborgenen Schicht.',
  'MLP: passes over the training windows.': 'MLP: Durchgänge durch die Trainingsfenster.',
  'Ridge and kernel ridge: penalty on large weights.': 'Ridge und Kernel-Ridge: Strafe auf große Gewichte.',
  'Kernel ridge: width of the Gaussian kernel, in units of the root of the number of features.':
    'Kernel-Ridge: Breite des Gauß-Kerns, in Einheiten der Wurzel der Merkmalszahl.',
  'Steps from the posterior to a steady decision.':
    'Schritte von der Wahrscheinlichkeit zur ruhigen Entscheidung.',
  'Bayesian fusion: posteriors of this many windows are multiplied before deciding; 1 is off.':
    'Bayes-Fusion: Wahrscheinlichkeiten so vieler Fenster werden vor der Entscheidung multipliziert; 1 ist aus.',
  'Decisions less confident than this posterior are rejected and hold rest; 0 is off.':
    'Entscheidungen, die unsicherer sind als diese Wahrscheinlichkeit, werden verworfen und halten Ruhe; 0 ist aus.',
  'Confidence threshold of single classes, by class name, in place of the global one.':
    'Schwelle der Sicherheit einzelner Klassen, nach Namen, anstelle der allgemeinen.',
  'Posterior below which a decision for this class is rejected.':
    'Wahrscheinlichkeit, unter der eine Entscheidung für diese Klasse verworfen wird.',
  'The most frequent of this many last decisions wins; each pair of votes delays by one step. 1 is off.':
    'Die häufigste der so vielen letzten Entscheidungen gewinnt; je zwei Stimmen verzögern um einen Schritt. 1 ist aus.',
  'Amplitude over the rest mean, in standard deviations of rest, below which nothing moves; 0 is off.':
    'Amplitude über dem Ruhemittel, in Standardabweichungen der Ruhe, unter der sich nichts bewegt; 0 ist aus.',
  'A new class must be decided this many times in a row before it is believed; 1 is off.':
    'Eine neue Klasse muss so oft hintereinander entschieden werden, bevor sie geglaubt wird; 1 ist aus.',
  'Velocity ramp: decisions for one class until it moves at full speed; 0 is off.':
    'Geschwindigkeitsrampe: Entscheidungen für eine Klasse bis zur vollen Geschwindigkeit; 0 ist aus.',
  'Steps the velocity ramp of a class loses with each decision for another class.':
    'Schritte, die die Rampe einer Klasse bei jeder Entscheidung für eine andere verliert.',
  'Regression: corner of the one-euro filter at standstill; lower is calmer and later. 0 is off.':
    'Regression: Ecke des One-Euro-Filters im Stillstand; kleiner ist ruhiger und später. 0 ist aus.',
  'Regression: how much the corner rises with speed, so that quick movements are not delayed.':
    'Regression: wie sehr die Ecke mit der Geschwindigkeit steigt, damit schnelle Bewegungen nicht verzögert werden.',
  'Regression: velocities below this share of full speed are no movement.':
    'Regression: Geschwindigkeiten unter diesem Anteil der vollen sind keine Bewegung.',
  'Speed of the decided movement.': 'Geschwindigkeit der entschiedenen Bewegung.',
  'Speed follows the strength of the contraction; without it every movement runs at full speed.':
    'Geschwindigkeit folgt der Stärke der Kontraktion; ohne das läuft jede Bewegung mit voller.',
  'Shape from contraction strength to speed: quadratic is finer when slow, square root is quicker to start.':
    'Form von Kontraktionsstärke zu Geschwindigkeit: quadratisch ist langsam feiner, Wurzel kommt schneller in Gang.',
  'Slowest speed of a decided movement, as a share of full speed.':
    'Langsamste Geschwindigkeit einer entschiedenen Bewegung, als Anteil der vollen.',
  'Two-site direct control.': 'Direkte Steuerung mit zwei Stellen.',
  'Channel (counted from 1) that drives the positive direction; 0 chooses it from the training data.':
    'Kanal (ab 1 gezählt), der die positive Richtung treibt; 0 wählt ihn aus den Trainingsdaten.',
  'Channel (counted from 1) that drives the negative direction; 0 chooses it from the training data.':
    'Kanal (ab 1 gezählt), der die negative Richtung treibt; 0 wählt ihn aus den Trainingsdaten.',
  'Amplitude, from rest (0 %) to the strongest of training (100 %), at which a site switches on.':
    'Amplitude, von Ruhe (0 %) bis zur stärksten des Trainings (100 %), ab der eine Stelle einschaltet.',
  'Amplitude below which a site that is on switches off again (hysteresis).':
    'Amplitude, unter der eine eingeschaltete Stelle wieder ausschaltet (Hysterese).',
  'Amplitude that both sites must reach together to switch to the next joint.':
    'Amplitude, die beide Stellen zugleich erreichen müssen, um zum nächsten Gelenk zu schalten.',
  'How long both sites must stay above the co-contraction threshold.':
    'Wie lange beide Stellen über der Schwelle der Ko-Kontraktion bleiben müssen.',
  'Joints that co-contraction steps through, in this order.':
    'Gelenke, durch die Ko-Kontraktion der Reihe nach schaltet.',
  'A joint that can be made active.': 'Ein Gelenk, das aktiv werden kann.',
  'The prosthesis and its limits.': 'Die Prothese und ihre Grenzen.',
  'Limits of each joint.': 'Grenzen jedes Gelenks.',
  'Limits of the hand (0 % open, 100 % closed).': 'Grenzen der Hand (0 % offen, 100 % geschlossen).',
  'Widest opening of the hand.': 'Weiteste Öffnung der Hand.',
  'Tightest closing of the hand.': 'Engstes Schließen der Hand.',
  'Which fingers take part when the hand closes by a movement that names no grip of its own.':
    'Welche Finger beim Schließen der Hand teilnehmen, wenn die Bewegung keinen eigenen Griff nennt.',
  'Movement driven by a class whose name is not a movement, such as a number in a recording.':
    'Bewegung, die eine Klasse treibt, deren Name keine Bewegung ist, etwa eine Zahl in einer Aufnahme.',
  'Movement that the class drives.': 'Bewegung, die die Klasse treibt.',
  'Stages of surgery and recovery that play one after the other.':
    'Abschnitte von Operation und Erholung, die nacheinander spielen.',
  'Stages in their order; after the last it starts over. Without any the scenario stays as it is.':
    'Abschnitte in ihrer Reihenfolge; nach dem letzten beginnt es von vorn. Ohne bleibt das Szenario, wie es ist.',
  'A stage of the journey.': 'Ein Abschnitt des Wegs.',
  'Name of the stage, such as “week 6”.': 'Name des Abschnitts, etwa „Woche 6“.',
  'How long the stage plays.': 'Wie lange der Abschnitt spielt.',
  'The simulated user who watches the prosthesis and corrects it.':
    'Die simulierte Person, die die Prothese sieht und korrigiert.',
  'Time until a movement of the prosthesis is seen.': 'Zeit, bis eine Bewegung der Prothese gesehen wird.',
  'Time until the end of a joint’s range is felt where the prosthesis is anchored in bone.':
    'Zeit, bis das Ende eines Gelenkwegs gespürt wird, wo die Prothese im Knochen verankert ist.',
  'The same in a socket: soft tissue damps the knock.': 'Dasselbe im Schaft: weiches Gewebe dämpft den Stoß.',
  'Time between corrections: a person does not change their mind at every frame.':
    'Zeit zwischen Korrekturen: ein Mensch ändert seine Absicht nicht in jedem Augenblick.',
  'Strength used for a large error.': 'Stärke bei großem Fehler.',
  'Strength used for a small error.': 'Stärke bei kleinem Fehler.',
  'Error below which the user slows down (% of closing for a hand).':
    'Fehler, unter dem langsamer gesteuert wird (% der Schließung bei einer Hand).',
  'Time without progress after which the user lets go and tries again.':
    'Zeit ohne Fortschritt, nach der losgelassen und neu versucht wird.',
  'What happens in the stage, in one or two sentences for anybody.':
    'Was in dem Abschnitt geschieht, in ein oder zwei Sätzen für alle.',
  'Scene of the operation that the stage is drawn as.':
    'Szene der Operation, als die der Abschnitt gezeichnet wird.',
};
