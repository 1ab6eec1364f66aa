import { defer, map, type OperatorFunction } from 'rxjs';
import { argmax } from '../../decoder/classifiers/classifier.js';
import { MajorityVote } from '../../decoder/smoothing/majority-vote.js';
import type { Classification } from './classified.js';

/** A classification and what the vote made of it. */
export interface SmoothedClassification extends Classification {
  readonly smoothed: number;
}

/** Majority vote over the last decisions. The whole chain of smoothing steps is in the `Decoder`. */
export function smoothed({
  votes,
}: {
  votes: number;
}): OperatorFunction<Classification, SmoothedClassification> {
  return (source) =>
    defer(() => {
      let vote: MajorityVote | undefined;
      return source.pipe(
        map((classification) => {
          vote ??= new MajorityVote(votes, classification.posterior.length);
          return { ...classification, smoothed: vote.push(argmax(classification.posterior)) };
        }),
      );
    });
}
