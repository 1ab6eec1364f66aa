/** What `myodesis evaluate --help` says below its options. */
export const evaluateHelp = `
Without --data the calibration of a simulated person is evaluated (--preset or --scenario).
Without --test-trials and --test-repetitions every trial (or, where there is one only, every repetition) is left
out in turn. Windows of one repetition are never split between training and test. A model that came trained is tested
on what it cannot have seen: another session of a simulated person; of a recording what --test-trials or --unseen names,
and never what a decoder remembers to have learned from.
The rate is the one given, else that of the folder's collection_details.json or of a column of times; eight
channels of whole numbers within ±128 are taken for a Myo armband, 200 Hz.
On recordings features, metrics and the decisions of lda, knn, gaussian-naive-bayes and qda are LibEMG's by default, to the
digit: no filter, its counts of crossings, turns and steps, raw features, and an active error without the class of rest
(--rest where its name does not say so). A simulated person is decoded as live: every crossing and turn counts, steps above
3 × the noise of rest, features standardised. --thresholds and --standardize change either, and the table says what was used.
With --people every person of the population is trained and tested on their own: mean ± standard deviation between
people, the 95 % interval of the mean, and in how many people each combination was the best. --csv has every person.
With --keep a run that was stopped goes on where it was; what another version computed, or another module, is done anew.
--select-features 3 adds one feature after the other, over all channels, whichever makes the classifier most accurate on
training windows that are left out in turn; the test is never looked at, and what was chosen is told
for each part of it; with several people, how often in all of them.
--rank-features compares features (or channels, or columns: each feature of each channel) by Fisher ratio, Davies–Bouldin,
separability, repeatability and RES index, mean semi-principal axis, mutual information and mRMR, on training windows only;
with several people the mean place with its 95 % interval and a paired permutation test, after Holm. Needs no classifier.
--search neighbours=1,5,15 looks for the settings of a decoder inside training, nested: for each part of the test what is most
accurate on training recordings that are left out in turn, scored on that part; with several people also what the others
would choose. Beside it stands what choosing on the test would pretend, and, over people, each candidate against the default
with 95 % intervals and paired permutation tests after Holm. Several values of --features, --classifier and --window are
searched, too; one value stays. With --by subject people are trained, and chosen, on other people.
Several combinations are ranked by their differences fold by fold, or person by person, with 95 % intervals (Student's t):
only what lies apart from all others is the best. --json and --csv have every fold; --against sets an earlier run beside.

Examples:
  myodesis evaluate --data one-subject-myo --features HTD --classifier lda --test-trials 6
  myodesis evaluate --data recording --features HTD,AR4 --filter standard --json
  myodesis evaluate --preset transhumeral-tmr --features HTD TDAR LS4 --classifier lda qda --window 150 200 --report report.html
  myodesis evaluate --preset transfemoral-surface --classifier lda ./mine.js
  myodesis evaluate --data recording --features HTD LS9 AR4 --rank-features --report ranking.html
  myodesis evaluate --data recording --classifier lda knn --search neighbours=1,5,15 shrinkage=0,0.2 majorityVotes=1,3,5
  myodesis evaluate --preset transradial-armband --people 10 --features HTD LS4 --window 150 200 --search --report search.html
  myodesis evaluate --data recording --features TDAR --against earlier.json
  myodesis evaluate --preset transradial-armband --people 20 --features HTD LS4 --classifier lda knn --report people.html`;
