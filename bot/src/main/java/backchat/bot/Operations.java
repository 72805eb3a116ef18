package backchat.bot;

import backchat.bot.config.OperationsConfig;
import backchat.bot.conversation.Platform;
import backchat.bot.conversation.Work;
import backchat.bot.operations.Liveness;
import backchat.bot.operations.Metrics;
import backchat.bot.operations.OperationsServer;
import backchat.bot.operations.Standing;
import backchat.bot.store.Store;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Summary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What operators are told of one running bot. Thread-safe. */
final class Operations {
  private final Metrics metrics = new Metrics();
  private final Liveness liveness;
  private final Knowledge knowledge;
  private final List<Supplier<Standing>> parts = new ArrayList<>();

  Operations(Knowledge knowledge, Work work) {
    liveness = new Liveness(knowledge);
    this.knowledge = knowledge;
    metrics.watch(knowledge);
    metrics.watch(work);
  }

  Metrics metrics() {
    return metrics;
  }

  /** Adds a part without which the bot is not ready; before {@link #serve}. */
  void watch(Supplier<Standing> part) {
    parts.add(part);
  }

  /** Adds what is kept; without it the bot answers all the same, so it is ready either way. */
  void watch(Store store) {
    parts.add(
        () ->
            new Standing(
                "store", true, store.health().says(), Map.of("keeps", store.health().ready())));
  }

  /**
   * Begins to tell, where the operator wants it.
   *
   * @throws Platform.StartFailed if the port cannot be listened on
   */
  void serve(OperationsConfig config, Bot bot) throws Platform.StartFailed {
    bot.health().keySet().forEach(name -> metrics.watch(name, () -> bot.health().get(name)));
    if (config.port().isEmpty()) {
      return;
    }
    List<Supplier<Standing>> all = List.copyOf(parts);
    try {
      OperationsServer server =
          OperationsServer.start(
              config.address(),
              config.port().get(),
              liveness::check,
              () -> ready(bot, all),
              metrics::text);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "operations-stop"));
    } catch (IOException e) {
      throw new Platform.StartFailed(
          "cannot listen on %s port %d (%s); set operations.address and operations.port, or port 0"
                  .formatted(config.address(), config.port().get(), e.getMessage())
              + " for no health and metrics");
    }
  }

  private List<Standing> ready(Bot bot, List<Supplier<Standing>> others) {
    List<Standing> all = new ArrayList<>();
    bot.health().forEach((name, health) -> all.add(platform(name, health)));
    all.add(edition());
    others.forEach(part -> all.add(part.get()));
    return all;
  }

  private Standing edition() {
    Summary summary = knowledge.summary();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("edition", summary.edition());
    details.put("age_seconds", knowledge.age().toSeconds());
    details.put("passages", summary.passages());
    details.put("hash", summary.hash());
    knowledge.trouble().ifPresent(trouble -> details.put("trouble_at_start", trouble));
    return new Standing("knowledge", true, "edition " + summary.edition() + " serves", details);
  }

  private static Standing platform(String name, Platform.Health health) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("condition", health.condition().name().toLowerCase(Locale.ROOT));
    details.put("conflict", health.condition() == Platform.Condition.CONFLICT);
    health.silence().ifPresent(silence -> details.put("silence_seconds", silence.toSeconds()));
    return new Standing(name.toLowerCase(Locale.ROOT), health.ready(), health.says(), details);
  }
}
