package backchat.bot.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What moderators did, for good: entries are only added, and each carries a hash over itself and
 * the one before it, so that a change, a gap or a forged entry shows. That the last entries were
 * cut off shows only to somebody who noted a later hash elsewhere. Thread-safe.
 */
public final class AuditLog {
  private static final String FIRST = "0".repeat(64);
  private static final String ALL =
      "SELECT number, at, platform, who, what, result, edition_before, edition_after, hash"
          + " FROM audit ";
  private static final int PAGE = 1_000;
  private static final int LONGEST = 1_000;

  /**
   * Something that a moderator did. Immutable.
   *
   * @param platform where, such as {@code telegram}
   * @param who id of the moderator there
   * @param what the command, without anything that an asker wrote
   * @param result what came of it
   * @param before number of the edition that served before
   * @param after number of the edition that served after
   */
  public record Act(
      String platform, String who, String what, String result, long before, long after) {
    /** Leaves out what a database cannot hold, and cuts what is overlong. */
    public Act {
      platform = Statements.clean(platform, LONGEST);
      who = Statements.clean(who, LONGEST);
      what = Statements.clean(what, LONGEST);
      result = Statements.clean(result, LONGEST);
    }
  }

  /**
   * An act in the log. Immutable.
   *
   * @param number from 1, without gaps
   * @param at when, to the millisecond
   * @param act what was done
   * @param hash over this entry and the hash before it, in hexadecimal
   */
  public record Entry(long number, Instant at, Act act, String hash) {}

  /**
   * Where the chain does not hold. Immutable.
   *
   * @param number of the first entry that is wrong or missing
   * @param says what is wrong with it
   */
  public record Break(long number, String says) {}

  private final Database database;
  private final Clock clock;

  AuditLog(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Adds an act; it is durable when this returns. */
  public Entry add(Act act) throws StoreDown {
    return database.run(
        connection -> {
          List<Entry> last =
              Statements.rows(connection, ALL + "ORDER BY number DESC LIMIT 1", AuditLog::entry);
          long number = last.isEmpty() ? 1 : last.getFirst().number() + 1;
          Instant at = Instant.ofEpochMilli(clock.millis());
          String before = last.isEmpty() ? FIRST : last.getFirst().hash();
          Entry entry = new Entry(number, at, act, hash(before, number, at, act));
          Statements.change(
              connection,
              "INSERT INTO audit (number, at, platform, who, what, result, edition_before,"
                  + " edition_after, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              number,
              at.toEpochMilli(),
              act.platform(),
              act.who(),
              act.what(),
              act.result(),
              act.before(),
              act.after(),
              entry.hash());
          return entry;
        });
  }

  /** The latest acts, the last one first. */
  public List<Entry> latest(int most) throws StoreDown {
    return database.run(
        connection ->
            Statements.rows(
                connection, ALL + "ORDER BY number DESC LIMIT ?", AuditLog::entry, most));
  }

  /**
   * Checks the whole chain.
   *
   * @return the first entry that is wrong; empty when all hold
   */
  public Optional<Break> verify() throws StoreDown {
    String before = FIRST;
    long number = 1;
    while (true) {
      long from = number;
      List<Entry> page =
          database.run(
              connection ->
                  Statements.rows(
                      connection,
                      ALL + "WHERE number >= ? ORDER BY number LIMIT ?",
                      AuditLog::entry,
                      from,
                      PAGE));
      for (Entry entry : page) {
        if (entry.number() != number) {
          return Optional.of(new Break(number, "the entry is missing"));
        }
        if (!entry.hash().equals(hash(before, number, entry.at(), entry.act()))) {
          return Optional.of(
              new Break(number, "the entry, or the hash before it, is not what was written"));
        }
        before = entry.hash();
        number++;
      }
      if (page.size() < PAGE) {
        return Optional.empty();
      }
    }
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("number"),
        Instant.ofEpochMilli(row.getLong("at")),
        new Act(
            row.getString("platform"),
            row.getString("who"),
            row.getString("what"),
            row.getString("result"),
            row.getLong("edition_before"),
            row.getLong("edition_after")),
        row.getString("hash"));
  }

  /** Each part with its length, so that nothing can move from one into the next. */
  private static String hash(String before, long number, Instant at, Act act) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(number);
      out.writeLong(at.toEpochMilli());
      out.writeLong(act.before());
      out.writeLong(act.after());
      for (String part : List.of(before, act.platform(), act.who(), act.what(), act.result())) {
        byte[] text = part.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
