package backchat.bot.telegram;

import backchat.bot.conversation.Asker;
import backchat.bot.conversation.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatAdministrators;

/**
 * Who administers the moderators' chats: asked when it matters, and remembered for two minutes.
 * Thread-safe.
 */
final class Administrators {
  /** Whoever stops being an administrator may still act for so long. */
  static final Duration MEMORY = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(Administrators.class);

  private final Api api;
  private final Set<Long> chats;
  private final Clock clock;
  private final Map<Long, Known> known = new ConcurrentHashMap<>();

  private record Known(Set<Long> users, Instant at) {}

  /**
   * @param chats in which administrators are moderators
   */
  Administrators(Api api, Set<Long> chats, Clock clock) {
    this.api = api;
    this.chats = chats;
    this.clock = clock;
  }

  /** The request, by a moderator where its asker administers the moderators' chat it came from. */
  Request checked(Request request, long chat) throws InterruptedException {
    Asker asker = request.asker();
    if (asker.moderator()
        || !chats.contains(chat)
        || !administrators(chat).contains(Long.valueOf(asker.id()))) {
      return request;
    }
    return request.by(new Asker(asker.platform(), asker.id(), true, asker.names()));
  }

  /** None when Telegram does not say: then nobody may. */
  private Set<Long> administrators(long chat) throws InterruptedException {
    Known before = known.get(chat);
    if (before != null && before.at().plus(MEMORY).isAfter(clock.instant())) {
      return before.users();
    }
    try {
      Set<Long> users =
          api.call(new GetChatAdministrators(Long.toString(chat))).stream()
              .map(member -> member.getUser().getId())
              .collect(Collectors.toSet());
      known.put(chat, new Known(users, clock.instant()));
      return users;
    } catch (CallFailed e) {
      LOG.warn("who administers the moderators' chat is not known: {}", e.getMessage());
      return Set.of();
    }
  }
}
