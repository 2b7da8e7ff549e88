package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Flagging;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;
import vn.soto.domain.shared.Warnings;
import vn.soto.events.EventCodec;
import vn.soto.events.EventRegistry;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Payload;

/** Checks every event of the product, by its golden file. */
final class CounterCommandsTest {

    private static final Path GOLDEN = Path.of("../../shared-kernel/events/src/test/resources/golden");
    private static final String REASON = "nhập nhầm";

    /** Told by events that say nothing of them. */
    private static final Set<Flag.Code> FOUND_AMONG_COMMITS = Set.of(
            Flag.Code.RECORDS_ARE_LEFT_BEHIND,
            Flag.Code.RECORDS_LEFT_BEHIND_ARE_NOT_COUNTED_YET,
            Flag.Code.HELPED_HOUSEHOLD_HAD_LEFT,
            Flag.Code.HELP_IS_RECORDED_ALREADY,
            Flag.Code.HELP_IS_RECORDED_BY_ANOTHER_TEAM,
            Flag.Code.LEADER_LEADS_ANOTHER_TEAM,
            Flag.Code.DAY_IS_FAR_AHEAD,
            Flag.Code.MEMBERSHIP_REACHES_INTO_A_REPORT,
            Flag.Code.REFERENCE_IS_KNOWN_IN_THE_UNIT,
            Flag.Code.COUNTS_IN_AN_AMENDMENT,
            Flag.Code.COUNTS_IN_A_LATER_PERIOD,
            Flag.Code.EARLIER_RECORDS_ARE_NOT_READ_YET);

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

    @Test
    void everyFlagIsToldByTheEventsThatRaiseIt() {
        assertThat(types.stream().map(this::event))
                .allSatisfy(event -> assertThat(
                                Warnings.toldBy(event.getClass()).stream().allMatch(FOUND_AMONG_COMMITS::contains))
                        .as(event.getClass().getSimpleName())
                        .isEqualTo(!(event instanceof Flagging)))
                .allSatisfy(event -> assertThat(raised(event)).isSubsetOf(Warnings.toldBy(event.getClass())));
    }

    private static List<Flag.Code> raised(ProductEvent event) {
        return event instanceof Flagging flagging
                ? flagging.flag().stream().map(Flag::code).toList()
                : List.of();
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
