package backchat.knowledge.learning;

import backchat.knowledge.index.PassageIndex;

/**
 * A labelled question, measured. Immutable.
 *
 * @param sample its measures
 * @param right which passages answer it, by position
 * @param tolerated which passages are no false answer, by position
 * @param answerable whether any passage should be given
 * @param near whether it is out of scope, but near
 * @param fold its part in cross-validation; -1 always trains and is never reported
 */
record Case(
    PassageIndex.Sample sample,
    boolean[] right,
    boolean[] tolerated,
    boolean answerable,
    boolean near,
    int fold) {}
