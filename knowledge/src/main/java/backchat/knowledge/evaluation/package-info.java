/**
 * How well questions are answered: labelled questions in, rates out.
 *
 * <p>Start at {@link backchat.knowledge.evaluation.Evaluation}. Threads: confined to the caller's.
 * Imports: {@code knowledge} and Jackson.
 */
package backchat.knowledge.evaluation;
