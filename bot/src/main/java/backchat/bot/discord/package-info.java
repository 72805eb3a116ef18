/**
 * Backchat on Discord: slash commands, mentions, replies, direct messages, menus, buttons and help
 * forums, over JDA.
 *
 * <p>Start at {@link backchat.bot.discord.DiscordPlatform}, which {@link
 * backchat.bot.discord.DiscordConnection connects} and hands events on: {@code Interactions} for
 * what has to be acknowledged within three seconds, {@code Messages} for what people write, {@code
 * CatchUp} for what was missed. {@code DiscordRenderer} turns replies into messages and knows no
 * input or output. Threads: JDA's own threads only read; every event is handled on a virtual thread
 * of its own. Imports: {@code conversation}, {@code config}, {@code knowledge}, JDA, and OkHttp
 * under it.
 */
package backchat.bot.discord;
