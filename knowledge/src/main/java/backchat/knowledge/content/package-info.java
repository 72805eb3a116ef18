/**
 * Content files to values: the only code that reads what moderators edit.
 *
 * <p>Start at {@link backchat.knowledge.content.ContentReader}: it reads a whole folder and returns
 * either {@link backchat.knowledge.content.Content} or every problem found, never an exception for
 * a mistake in a file. {@link backchat.knowledge.content.Formats} describes the keys once, for the
 * reader and for the JSON Schemas alike.
 *
 * <p>Threads: values are immutable; a reader is confined to the thread that uses it. Imports:
 * Jackson and commonmark, nothing of Backchat.
 */
package backchat.knowledge.content;
