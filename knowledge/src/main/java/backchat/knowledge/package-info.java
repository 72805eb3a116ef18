/**
 * The one door to all that is known: ask, rank, suggest, compare, check, reload.
 *
 * <p>Start at {@link backchat.knowledge.Knowledge}, a thread-safe façade over the current {@link
 * backchat.knowledge.Edition}. Imports: its own subpackages; no chat library is on its class path.
 */
package backchat.knowledge;
