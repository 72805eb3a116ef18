package backchat.bot.discord;

import backchat.bot.conversation.Reply;
import backchat.knowledge.content.Phrases;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.PermissionException;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** Posts for all to see what somebody got in private. Thread-safe. */
final class ShowToChannel {
  private final Serving serving;
  private final DiscordRenderer renderer;

  ShowToChannel(Serving serving, DiscordRenderer renderer) {
    this.serving = serving;
    this.renderer = renderer;
  }

  /** Takes the button off the private answer, and posts it as a reply to the message it answers. */
  void show(ButtonInteractionEvent event, CustomIds id) {
    Optional<Reply> reply = Shown.reply(id.code(), serving.knowledge().edition());
    if (reply.isEmpty()) {
      Reply gone = serving.commands().notice(Phrases.Reply.GONE);
      event.reply(renderer.render(gone, Around.NOTHING)).setEphemeral(true).complete();
      return;
    }
    MessageCreateData again =
        renderer.render(reply.get(), new Around(id.target(), Optional.empty()));
    event.editMessage(MessageEditData.fromCreateData(again)).complete();
    MessageCreateData open = renderer.render(reply.get(), Around.NOTHING);
    if (!posted(event, open, id.target())) {
      event.getHook().sendMessage(open).setEphemeral(false).complete();
    }
  }

  /** Posts as the bot; false where the bot is no member or may not write. */
  private static boolean posted(
      ButtonInteractionEvent event, MessageCreateData open, String target) {
    Guild guild = event.getGuild();
    if (guild == null
        || guild.isDetached()
        || !(event.getChannel() instanceof GuildMessageChannel channel)
        || !channel.canTalk()) {
      return false;
    }
    try {
      channel.sendMessage(open).setMessageReference(target).failOnInvalidReply(false).complete();
      return true;
    } catch (PermissionException | ErrorResponseException e) {
      return false;
    }
  }
}
