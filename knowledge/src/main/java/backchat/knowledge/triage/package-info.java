/**
 * Message to red flags: finds the concepts of {@code language/concepts.yaml} in an analysed
 * message, sets aside those that are denied, past, supposed or figures of speech, and holds the
 * rest against the patterns of {@code red-flags/*.yaml}.
 *
 * <p>Start at {@link backchat.knowledge.triage.Triage}. All vocabulary is content; only the grammar
 * of English stands in code ({@link backchat.knowledge.triage.Parts}). Nothing here is random and
 * nothing depends on the day: the same message and content give the same alarms.
 *
 * <p>Threads: a triage is immutable and thread-safe; the work on one message is confined to its
 * thread. Imports: {@code knowledge.content}, {@code knowledge.keeping} and {@code
 * knowledge.language}.
 */
package backchat.knowledge.triage;
