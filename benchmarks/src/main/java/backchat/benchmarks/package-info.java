/**
 * How fast Backchat is, each figure beside its floor in the same run.
 *
 * <p>Start at {@link backchat.benchmarks.Benchmarks}. The renderers' benchmarks stand in the
 * packages of the renderers, which are open to nobody else. Threads: one. Imports: JMH and all of
 * Backchat; nothing imports this.
 */
package backchat.benchmarks;
