package backchat.bot.discord;

import backchat.bot.config.DiscordConfig;
import backchat.bot.conversation.Asker;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Once;
import backchat.bot.conversation.Work;
import backchat.knowledge.Knowledge;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every handler of events needs. Thread-safe.
 *
 * @param commands answers requests
 * @param knowledge is asked what to suggest
 * @param work bounds what is in hand
 * @param answering makes answers
 * @param once keeps anything from being answered twice
 * @param config who may moderate, and where posts are answered
 */
record Serving(
    Commands commands,
    Knowledge knowledge,
    Work work,
    Answering answering,
    Once once,
    DiscordConfig config) {
  private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

  /**
   * Who asks. Named users may moderate wherever they write; roles count in the home server only.
   *
   * @param shown the name by which the server shows the person; empty when it is not known
   * @param server id of the server; empty in a direct conversation
   */
  Asker asker(User user, String shown, String server, Collection<Role> roles) {
    boolean named = config.moderatorUsers().contains(user.getId());
    boolean home = config.homeServer().isPresent() && config.homeServer().get().equals(server);
    boolean byRole =
        home && roles.stream().anyMatch(role -> config.moderatorRoles().contains(role.getId()));
    List<String> names =
        Stream.of(user.getName(), user.getGlobalName(), shown)
            .filter(name -> name != null && !name.isBlank())
            .toList();
    return new Asker("discord", user.getId(), named || byRole, names);
  }

  /** The key of what one person asks in one channel. */
  static String conversation(ISnowflake channel, ISnowflake user) {
    return "discord:" + channel.getId() + ":" + user.getId();
  }

  /** Lets nothing escape into the library; says what kind of thing failed and nothing else. */
  static void guarded(String what, Runnable run) {
    try {
      run.run();
    } catch (RuntimeException | Error e) {
      failed(what, e);
    }
  }

  /** Notes that something failed, without a word of what it was about. */
  static void failed(String what, Throwable e) {
    LOG.warn("Discord: a {} was not answered: {}", what, reason(e));
  }

  private static String reason(Throwable e) {
    if (e instanceof net.dv8tion.jda.api.exceptions.ErrorResponseException refused) {
      return "Discord says " + refused.getErrorCode();
    }
    if (e instanceof net.dv8tion.jda.api.exceptions.InsufficientPermissionException missing) {
      return "the permission " + missing.getPermission().getName() + " is missing there";
    }
    return e.getClass().getSimpleName()
        + (e.getStackTrace().length > 0 ? " at " + e.getStackTrace()[0] : "");
  }
}
