package backchat.knowledge.index;

import java.util.Set;

/** Words that carry grammar and no topic: a question of nothing else has no answer. Immutable. */
final class FunctionWords {
  static final Set<String> ALL =
      Set.of(
          ("a about actually after again all also am an and any anybody anyone anything are as ask"
               + " at be because been before being but by can cannot come could did do does done"
               + " each either else etc even ever every few for from get give go got had has have"
               + " he hello help her here hers hi him his how i if in into is it its just know let"
               + " like lot make many may me might mine more most much must my need no nor not now"
               + " of off ok on one only onto or other our out over own perhaps please quite really"
               + " say see shall she should so some such take tell than thank that the their them"
               + " then there these they thing think this those though through to too up upon us"
               + " use very want was way we well were what when where whether which while who whom"
               + " whose why will with without would yes yet you your")
              .split(" "));

  private FunctionWords() {}
}
