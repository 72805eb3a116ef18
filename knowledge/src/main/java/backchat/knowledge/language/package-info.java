/**
 * Text to words, once a message, shared by triage and search: tidied, split into sentences, clauses
 * and words, contractions opened, each word with its stem.
 *
 * <p>Start at {@link backchat.knowledge.language.Analysis}. Threads: everything here is immutable
 * or keeps its working state to the calling thread. Imports: Lucene's analysis and {@code
 * knowledge.content}.
 */
package backchat.knowledge.language;
