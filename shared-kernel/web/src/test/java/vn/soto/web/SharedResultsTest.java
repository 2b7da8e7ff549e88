package vn.soto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

final class SharedResultsTest {

    private final SharedResults<Integer, String> results =
            new SharedResults<>(100_000, text -> OptionalLong.of(text.length()));

    @Test
    void noMoreBytesAreKeptThanFitAndTheEldestGoFirst() {
        IntStream.range(0, 50).forEach(key -> results.put(key, "x".repeat(9_500)));

        assertThat(results.size()).isEqualTo(10);
        assertThat(results.find(49)).isPresent();
        assertThat(results.find(40)).isPresent();
        assertThat(results.find(39)).isEmpty();
    }

    @Test
    void whatWasAskedForLastStays() {
        IntStream.range(0, 10).forEach(key -> results.put(key, "x".repeat(9_500)));
        results.find(0);
        results.put(10, "x".repeat(9_500));

        assertThat(results.find(0)).isPresent();
        assertThat(results.find(1)).isEmpty();
    }

    @Test
    void whatIsReplacedOrTooLongTakesNoRoom() {
        IntStream.range(0, 50).forEach(turn -> results.put(1, "x".repeat(9_500)));
        results.put(2, "x".repeat(100_000));

        assertThat(results.size()).isEqualTo(1);
        assertThat(results.find(2)).isEmpty();
    }

    @Test
    void whatIsBeingMadeIsBoundedToo() {
        IntStream.range(0, 1_000).forEach(key -> results.of(key, Mono::never).subscribe());

        assertThat(results.size()).isEqualTo(200);
    }

    @Test
    void whoWaitedForAFailureOrForWhatIsNotKeptMakesAResultOfItsOwn() {
        SharedResults<Integer, String> kept = new SharedResults<>(
                100_000, text -> text.equals("refused") ? OptionalLong.empty() : OptionalLong.of(text.length()));
        Sinks.One<String> failing = Sinks.one();
        Sinks.One<String> refused = Sinks.one();
        Sinks.One<String> made = Sinks.one();
        kept.of(1, failing::asMono).onErrorComplete().subscribe();
        kept.of(2, refused::asMono).subscribe();
        kept.of(3, made::asMono).subscribe();
        List<String> waited = new ArrayList<>();
        for (int key = 1; key <= 3; key++) {
            kept.of(key, () -> Mono.just("own")).subscribe(waited::add);
        }

        failing.emitError(new IllegalStateException("the pace of the first"), Sinks.EmitFailureHandler.FAIL_FAST);
        refused.emitValue("refused", Sinks.EmitFailureHandler.FAIL_FAST);
        made.emitValue("shared", Sinks.EmitFailureHandler.FAIL_FAST);

        assertThat(waited).containsExactly("own", "own", "shared");
    }
}
