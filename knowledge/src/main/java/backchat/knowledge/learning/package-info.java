/**
 * Learns the weights of the index from labelled questions, offline.
 *
 * <p>Start at {@link backchat.knowledge.learning.Learning}: it cross-validates and prints the
 * weights' file. Confined to the thread that runs it. Imports: {@code knowledge}, {@code
 * knowledge.index} and {@code knowledge.evaluation}.
 */
package backchat.knowledge.learning;
