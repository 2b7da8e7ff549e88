package vn.soto.command.privacy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.dispatch.CaptureMetadata;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.domain.DomainModel;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.events.EventCodec;
import vn.soto.events.ValueModule;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.ObservableAppender;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.ledgerwriter.privacy.SubjectKeyWriter;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.SubjectKeyReader;

/** The command side with a key store, from JSON to the commit. */
final class PersonalDataFixture implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T02:03:04Z"), ZoneOffset.UTC);

    private final JsonMapper json =
            JsonMapper.builder().addModule(new ValueModule()).build();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Keyring keyring;
    private final CommandSide side;
    private final KeyringSealer sealer;

    /** Starts as the product does: destroys the keys of all erased subjects first. */
    PersonalDataFixture(
            LedgerReader ledger,
            ObservableAppender appender,
            SubjectKeyReader reader,
            SubjectKeyWriter writer,
            MasterKey master) {
        keyring = Keyring.open(reader, writer, master, "test");
        side = CommandSide.start(
                ledger, appender, keyring, EventCodec.product(), CLOCK, DefaultPolicy.standard(), meters);
        sealer = new KeyringSealer(keyring, ledger, DomainModel.commands());
    }

    /** @param payload JSON with single quotes */
    CommandOutcome send(long id, Class<? extends Command> kind, String payload) {
        UUID command = new UUID(0x019A_0000_0000_7000L, 0x8000_0000_0000_0000L + id);
        ObjectNode clear = (ObjectNode) json.readTree(payload.replace('\'', '"'));
        try (PersonalDataSealer.Held sealed = sealer.sealHeld(kind, clear, command, command)) {
            return side.gateway()
                    .submit(
                            new CommandRequest(
                                    command,
                                    "an",
                                    Set.of(),
                                    command.toString(),
                                    command.toString(),
                                    CaptureMetadata.none(),
                                    true),
                            json.treeToValue(sealed.payload(), kind));
        }
    }

    @Override
    public void close() {
        side.close();
    }
}
