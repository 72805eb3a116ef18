package backchat.bot.discord;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageReference;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.PermissionException;
import net.dv8tion.jda.api.utils.TimeUtil;

/**
 * Answers mentions that came while nobody listened: in channels with news of the last minutes, the
 * mentions that no message of ours replies to. Thread-safe.
 */
final class CatchUp {
  private static final int MOST_CHANNELS = 50;
  private static final int MOST_MESSAGES = 50;

  private final Serving serving;
  private final Messages messages;
  private final Clock clock;

  CatchUp(Serving serving, Messages messages, Clock clock) {
    this.serving = serving;
    this.messages = messages;
    this.clock = clock;
  }

  /** Looks through the channels of a shard once. */
  void run(JDA shard) {
    if (serving.config().catchUp().isZero() || serving.config().catchUpMost() == 0) {
      return;
    }
    Instant since = clock.instant().minus(serving.config().catchUp());
    int left = serving.config().catchUpMost();
    for (GuildMessageChannel channel : lively(shard, since)) {
      if (left <= 0) {
        return;
      }
      left -= channel(channel, since, left);
    }
  }

  private static List<GuildMessageChannel> lively(JDA shard, Instant since) {
    List<GuildMessageChannel> lively = new ArrayList<>();
    for (Guild guild : shard.getGuilds()) {
      Stream.concat(guild.getChannels().stream(), guild.getThreadChannels().stream())
          .distinct()
          .filter(GuildMessageChannel.class::isInstance)
          .map(GuildMessageChannel.class::cast)
          .filter(channel -> channel.getLatestMessageIdLong() != 0)
          .filter(channel -> at(channel.getLatestMessageIdLong()).isAfter(since))
          .filter(channel -> canRead(guild, channel))
          .forEach(lively::add);
    }
    lively.sort(Comparator.comparing(GuildMessageChannel::getLatestMessageIdLong).reversed());
    return lively.subList(0, Math.min(MOST_CHANNELS, lively.size()));
  }

  private static boolean canRead(Guild guild, GuildMessageChannel channel) {
    return guild
            .getSelfMember()
            .hasPermission(channel, Permission.VIEW_CHANNEL, Permission.MESSAGE_HISTORY)
        && channel.canTalk();
  }

  /** Answers at most so many mentions of one channel; returns how many it answered. */
  private int channel(GuildMessageChannel channel, Instant since, int most) {
    List<Message> history;
    try {
      history = channel.getHistory().retrievePast(MOST_MESSAGES).complete();
    } catch (PermissionException | ErrorResponseException e) {
      return 0;
    }
    Set<String> answered = new HashSet<>();
    for (Message message : history) {
      MessageReference reference = message.getMessageReference();
      if (isOurs(message) && reference != null) {
        answered.add(reference.getMessageId());
      }
    }
    int count = 0;
    for (Message message : history.reversed()) {
      boolean missed =
          at(message.getIdLong()).isAfter(since) && !answered.contains(message.getId());
      if (missed && count < most && messages.take(message)) {
        count++;
      }
    }
    return count;
  }

  private static boolean isOurs(Message message) {
    return message.getAuthor().getIdLong() == message.getJDA().getSelfUser().getIdLong();
  }

  private static Instant at(long id) {
    return TimeUtil.getTimeCreated(id).toInstant();
  }
}
