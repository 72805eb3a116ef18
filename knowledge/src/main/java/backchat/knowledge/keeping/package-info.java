/**
 * What is kept of the knowledge on disk: the content of the last editions, changes on their way
 * into the content folder, backups, and content folders as archives; and, in a {@link
 * backchat.knowledge.keeping.KeptFile}, what a start may find again instead of making it anew.
 *
 * <p>Start at {@link backchat.knowledge.keeping.Keeper}. Whatever stands under its final name is
 * whole: everything is written aside, forced to the disk and renamed. (A kept file is not forced:
 * any process may write it, and one that is damaged is made anew.) Threads: a keeper is
 * thread-safe, and one process at a time has a data folder's editions. Imports: {@code content}.
 */
package backchat.knowledge.keeping;
