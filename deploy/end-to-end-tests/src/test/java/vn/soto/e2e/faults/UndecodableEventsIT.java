package vn.soto.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;
import vn.soto.testkit.Drafts;

/** Events that this version cannot decode, in a ledger that is otherwise sound. */
@Tag("processes")
final class UndecodableEventsIT {

    private static final String REGISTERED = "household.registered";
    private static final byte[] NO_UTF8 = {'{', '"', 'u', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'};

    private record Undecodable(String kind, String type, Payload payload) {

        static Undecodable of(String kind, String type, String payload) {
            return new Undecodable(kind, type, new Payload("json", payload.getBytes(StandardCharsets.UTF_8)));
        }

        RecordedEvent event() {
            return new RecordedEvent(
                    Drafts.uuid(kind).toString(),
                    Drafts.EVENT_TIME,
                    new EventType(type, "1"),
                    new StreamPosition(
                            "household", Drafts.uuid("household " + kind).toString(), 0),
                    new TreeMap<>(),
                    List.of(),
                    payload);
        }
    }

    private static final List<Undecodable> KINDS = List.of(
            Undecodable.of("unknown type", "household.praised", "{\"household\":\"h\"}"),
            Undecodable.of("half a document", REGISTERED, "{\"household\":\"h\",\"unit\":"),
            Undecodable.of("nothing of what is needed", REGISTERED, "{}"),
            Undecodable.of("values of another kind", REGISTERED, "{\"household\":[1],\"unit\":{},\"reference\":7}"),
            new Undecodable("another encoding", REGISTERED, new Payload("cbor", new byte[] {(byte) 0xA0})),
            new Undecodable("no UTF-8", REGISTERED, new Payload("json", NO_UTF8)));

    @TempDir
    private Path folder;

    /** Expected: they are set aside and counted, health is incomplete, and all else is recorded and answered. */
    @Test
    @Tag("long")
    void areSetAsideAndHurtNobodyElse() {
        try (FaultyProduct faulty = new FaultyProduct(folder)) {
            faulty.running().close();
            try (SqliteLedger ledger = SqliteLedger.open(
                    faulty.data().resolve(FaultyProduct.LEDGER),
                    "soto/binh-duong",
                    Clock.systemUTC(),
                    WriterSettings.standard(),
                    new SimpleMeterRegistry())) {
                KINDS.forEach(each -> ledger.appender()
                        .append(Drafts.draft(each.kind()).event(each.event()).build()));
                KINDS.forEach(
                        each -> faulty.sentElsewhere(Drafts.command(each.kind()).id()));
            }

            faulty.startAgain();
            faulty.recorded(faulty.help());
            faulty.running().awaitCaughtUp();

            faulty.assertHealth("INCOMPLETE");
            assertThat(faulty.running()
                            .json("officer", "/api/dashboards/kp-1?quarter=2024-Q4")
                            .at("/answer/total/assistances")
                            .asLong())
                    .isEqualTo(2);
            faulty.assertNothingLost();
        }
    }
}
