/**
 * Text to sentence vectors, in this process and without any network: the only embedding code.
 *
 * <p>Start at {@link backchat.knowledge.meaning.Meaning}. Where the native library is missing, or
 * meaning is switched off, there is no {@code Meaning} and the index works on words alone. Threads:
 * thread-safe throughout. Imports: LangChain4j's embedding library, SLF4J, nothing of Backchat.
 */
package backchat.knowledge.meaning;
