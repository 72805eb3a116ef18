/**
 * The program: wiring only.
 *
 * <p>Start at {@link backchat.bot.Main}. Only this package may import all the others.
 */
package backchat.bot;
