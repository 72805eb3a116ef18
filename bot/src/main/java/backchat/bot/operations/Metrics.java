package backchat.bot.operations;

import backchat.bot.conversation.Platform;
import backchat.bot.conversation.Tally;
import backchat.bot.conversation.Work;
import backchat.knowledge.Answer;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Reload;
import backchat.knowledge.content.Urgency;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Counts what happens, for Prometheus. Its labels are platforms, kinds of outcome and levels of
 * urgency, and nothing else: no person, no chat, no passage. Thread-safe.
 */
public final class Metrics {
  /** From what nobody notices to the three seconds that Discord gives. */
  private static final Duration[] STEPS = {
    Duration.ofMillis(1),
    Duration.ofMillis(3),
    Duration.ofMillis(10),
    Duration.ofMillis(30),
    Duration.ofMillis(100),
    Duration.ofMillis(300),
    Duration.ofSeconds(1),
    Duration.ofSeconds(3)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** Listens to collections for as long as the process lives. */
  private final JvmGcMetrics collections = new JvmGcMetrics();

  /** Begins to count; the JVM at once. */
  public Metrics() {
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    collections.bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** Counts what happens on one platform; every series is there from the start, at zero. */
  public Tally tally(String platform) {
    return new PlatformTally(platform.toLowerCase(Locale.ROOT));
  }

  private final class PlatformTally implements Tally {
    private final String platform;
    private final Timer time;
    private final Counter heldBack;
    private final Counter failed;
    private final Map<Sent, Counter> sent = new EnumMap<>(Sent.class);

    private PlatformTally(String platform) {
      this.platform = platform;
      this.time =
          Timer.builder("backchat.answer")
              .description("time that it took to find an answer")
              .serviceLevelObjectives(STEPS)
              .tag("platform", platform)
              .register(registry);
      this.heldBack = counter("backchat.held.back", "requests over one asker's limit");
      this.failed = counter("backchat.failures", "requests that failed inside");
      for (Sent outcome : Sent.values()) {
        sent.put(
            outcome,
            Counter.builder("backchat.sends")
                .description("messages, edits and answers to buttons handed to the platform")
                .tag("platform", platform)
                .tag("outcome", word(outcome))
                .register(registry));
      }
      List.of("found", "unsure", "not-found", "urgent", "small-talk").forEach(this::questions);
      List.of(Urgency.values()).forEach(this::redFlags);
    }

    private Counter counter(String name, String description) {
      return Counter.builder(name)
          .description(description)
          .tag("platform", platform)
          .register(registry);
    }

    private Counter questions(String outcome) {
      return Counter.builder("backchat.questions")
          .description("questions by what came of them; not-found is a refusal")
          .tag("platform", platform)
          .tag("outcome", outcome)
          .register(registry);
    }

    @Override
    public void answered(Answer answer, Duration took) {
      time.record(took);
      questions(answer.outcome()).increment();
      if (answer instanceof Answer.Urgent urgent) {
        redFlags(urgent.urgency()).increment();
      }
    }

    private Counter redFlags(Urgency urgency) {
      return Counter.builder("backchat.red.flags")
          .description("cards shown, by how urgent they are")
          .tag("platform", platform)
          .tag("urgency", urgency.word())
          .register(registry);
    }

    @Override
    public void heldBack() {
      heldBack.increment();
    }

    @Override
    public void failed() {
      failed.increment();
    }

    @Override
    public void sent(Sent outcome) {
      sent.get(outcome).increment();
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Watches the work in hand of all platforms. */
  public void watch(Work work) {
    Gauge.builder("backchat.work.in.hand", work, Work::inHand)
        .description("requests that are worked on or wait for their turn")
        .register(registry);
    Gauge.builder("backchat.work.limit", work, Work::most)
        .description("requests in hand at which askers hear \"busy\"")
        .register(registry);
    FunctionCounter.builder("backchat.busy", work, Work::turnedAway)
        .description("requests that heard \"busy\"")
        .register(registry);
  }

  /** Watches which edition serves, and each attempt to serve another. */
  public void watch(Knowledge knowledge) {
    Gauge.builder("backchat.edition", knowledge, k -> k.edition().number())
        .description("number of the edition that serves")
        .register(registry);
    Gauge.builder("backchat.passages", knowledge, k -> k.edition().content().passages().size())
        .description("passages of the edition that serves")
        .register(registry);
    Gauge.builder("backchat.edition.age", knowledge, k -> k.age().toMillis() / 1e3)
        .description("how long the edition has served in this process")
        .baseUnit("seconds")
        .register(registry);
    Counter replaced = reloads("replaced");
    Counter unchanged = reloads("unchanged");
    Counter refused = reloads("refused");
    knowledge.onChange(
        reload -> {
          switch (reload) {
            case Reload.Replaced done ->
                (done.difference().isEmpty() ? unchanged : replaced).increment();
            case Reload.Kept kept -> refused.increment();
            case Reload.AlreadyRunning other -> {}
          }
        });
  }

  private Counter reloads(String outcome) {
    return Counter.builder("backchat.reloads")
        .description("attempts to serve other content: by reloading, going back or installing")
        .tag("outcome", outcome)
        .register(registry);
  }

  /** Watches how a platform stands. */
  public void watch(String platform, Supplier<Platform.Health> health) {
    String name = platform.toLowerCase(Locale.ROOT);
    Gauge.builder("backchat.platform.ready", () -> health.get().ready() ? 1 : 0)
        .description("whether the platform is served")
        .tag("platform", name)
        .register(registry);
    Gauge.builder("backchat.platform.silence", () -> seconds(health.get()))
        .description("seconds since the platform was last heard of")
        .baseUnit("seconds")
        .tag("platform", name)
        .register(registry);
  }

  private static double seconds(Platform.Health health) {
    return health.silence().map(silence -> silence.toMillis() / 1e3).orElse(Double.NaN);
  }

  /** All counts in Prometheus' text format. */
  public String text() {
    return registry.scrape();
  }
}
