package headroom.command.cluster;

import headroom.command.answer.Refused;

import software.amazon.awssdk.core.exception.SdkException;

import java.util.function.Function;
import java.util.function.Supplier;

/// What a look that is not essential came to: who may see only a part gets that part.
sealed interface Seen<T> {

    record Known<T>(T value) implements Seen<T> {}

    /// @param why for people
    record Unknown<T>(String why) implements Seen<T> {}

    static <T> Seen<T> look(Supplier<T> look) {
        try {
            return new Known<>(look.get());
        } catch (SdkException trouble) {
            return new Unknown<>(Trouble.brief(trouble));
        } catch (Refused refused) {
            return new Unknown<>(String.valueOf(refused.getMessage()));
        }
    }

    default String inWords(Function<T, String> words) {
        return switch (this) {
            case Known<T>(T value) -> words.apply(value);
            case Unknown<T>(String why) -> "not known: " + why;
        };
    }

    /// @param otherwise what is reckoned with where nothing is known
    default T or(T otherwise) {
        return switch (this) {
            case Known<T>(T value) -> value;
            case Unknown<T> _ -> otherwise;
        };
    }
}
