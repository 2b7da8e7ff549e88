package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;
import vn.soto.events.EventCodec;
import vn.soto.events.EventRegistry;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Payload;

/** Checks every event of the product, by its golden file. */
final class CounterCommandsTest {

    private static final Path GOLDEN = Path.of("../../shared-kernel/events/src/test/resources/golden");
    private static final String REASON = "nhập nhầm";

    private final EventCodec codec = EventCodec.product();
    private final List<EventType> types = EventRegistry.product().types().stream()
            .sorted((one, other) -> name(one).compareTo(name(other)))
            .toList();

    /**
     * Each event is tested after an event of the same kind and after none. The command of a {@code Given} is one that
     * clients can issue, and the rule of a {@code Refused} has a text.
     */
    @Test
    void takeEachEventBackOrSayWhyNot() {
        assertThat(types.stream().map(this::event))
                .allSatisfy(event -> assertThat(
                                Stream.of(counterOf(event, List.of(event)), counterOf(event, List.of())))
                        .as(event.getClass().getSimpleName())
                        .allMatch(CounterCommandsTest::isAnswered));
    }

    private static CounterCommand counterOf(ProductEvent event, List<DomainEvent> earlier) {
        return CounterCommands.of(event, new EarlierEvents(() -> earlier), REASON);
    }

    private static boolean isAnswered(CounterCommand counter) {
        return switch (counter) {
            case CounterCommand.Given given ->
                DomainModel.commands().contains(given.command().getClass());
            case CounterCommand.Follows follows -> true;
            case CounterCommand.Refused refused -> DomainModel.rules().contains(refused.rule());
        };
    }

    private ProductEvent event(EventType type) {
        try {
            String json = Files.readString(GOLDEN.resolve(name(type) + ".json"));
            return (ProductEvent)
                    codec.decode(type, new Payload(EventCodec.ENCODING, json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(EventType type) {
        return type.name() + ".v" + type.revision();
    }
}
