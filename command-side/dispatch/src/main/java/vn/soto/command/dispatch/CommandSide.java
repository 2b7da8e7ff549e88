package vn.soto.command.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.command.privacy.AcceptedData;
import vn.soto.command.privacy.Erasures;
import vn.soto.command.privacy.ReasonTexts;
import vn.soto.domain.DomainModel;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.events.EventCodec;
import vn.soto.events.ValueModule;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.CommitListener;
import vn.soto.ledgerwriter.ObservableAppender;
import vn.soto.ledgerwriter.axon.AxonCommandSide;
import vn.soto.ledgerwriter.privacy.Keyring;

/** The whole command side over a ledger, without Spring. The service wires it; a loader uses it in its own process. */
public final class CommandSide implements AutoCloseable {

    private final AxonCommandSide commands;
    private final CommandGateway gateway;
    private final LedgerCaseloads caseloads;
    private final LedgerReader ledger;
    private final ObservableAppender appender;
    private final EventCodec codec;
    private final Clock clock;
    private final DefaultPolicy policy;
    private final @Nullable ReasonTexts reasonTexts;

    private CommandSide(
            AxonCommandSide commands,
            CommandGateway gateway,
            LedgerCaseloads caseloads,
            LedgerReader ledger,
            ObservableAppender appender,
            EventCodec codec,
            Clock clock,
            DefaultPolicy policy,
            @Nullable ReasonTexts reasonTexts) {
        this.reasonTexts = reasonTexts;
        this.commands = commands;
        this.gateway = gateway;
        this.caseloads = caseloads;
        this.ledger = ledger;
        this.appender = appender;
        this.codec = codec;
        this.clock = clock;
        this.policy = policy;
    }

    /**
     * Destroys the keys of all erased subjects, then starts. The caller keeps the ledger and the key store, and closes
     * them.
     */
    public static CommandSide start(
            LedgerReader ledger,
            ObservableAppender appender,
            Keyring keyring,
            EventCodec codec,
            Clock clock,
            DefaultPolicy policy,
            MeterRegistry meters) {
        Erasures erasures = new Erasures(ledger, codec, keyring);
        erasures.carryOutAll();
        AcceptedData accepted = new AcceptedData(ledger, keyring);
        return start(ledger, accepted.before(appender), erasures, accepted.reasonTexts(), codec, clock, policy, meters);
    }

    /** Starts without a key store, for a ledger without personal data: nothing can be sealed, and nobody erased. */
    public static CommandSide start(
            LedgerReader ledger,
            ObservableAppender appender,
            EventCodec codec,
            Clock clock,
            DefaultPolicy policy,
            MeterRegistry meters) {
        return start(ledger, appender, commit -> {}, null, codec, clock, policy, meters);
    }

    private static CommandSide start(
            LedgerReader ledger,
            ObservableAppender appender,
            PostCommitAction afterCommit,
            @Nullable ReasonTexts reasonTexts,
            EventCodec codec,
            Clock clock,
            DefaultPolicy policy,
            MeterRegistry meters) {
        TeamEvents events = new TeamEvents(ledger, codec);
        LedgerReportFigures figures = new LedgerReportFigures(events);
        AxonCommandSide commands = AxonCommandSide.start(
                ledger,
                appender,
                codec,
                DomainModel.aggregates(),
                (locked, consulted) -> DomainModel.resources(locked, consulted, clock, figures, policy));
        JsonMapper json = JsonMapper.builder().addModule(new ValueModule()).build();
        CommandGateway gateway = new CommandGateway(commands, ledger, codec, json, afterCommit, meters);
        return new CommandSide(
                commands, gateway, new LedgerCaseloads(events), ledger, appender, codec, clock, policy, reasonTexts);
    }

    public CommandGateway gateway() {
        return gateway;
    }

    /** The texts beside reasons; empty without a key store. */
    public Optional<ReasonTexts> reasonTexts() {
        return Optional.ofNullable(reasonTexts);
    }

    /** As {@link ObservableAppender#addCommitListener}. */
    public void addCommitListener(CommitListener listener) {
        appender.addCommitListener(listener);
    }

    /** The households that each member is responsible for. */
    public LedgerCaseloads caseloads() {
        return caseloads;
    }

    public LedgerReader ledger() {
        return ledger;
    }

    public EventCodec codec() {
        return codec;
    }

    /** For a dry run, which builds a second command side over the same ledger, clock and policy. */
    public Clock clock() {
        return clock;
    }

    public DefaultPolicy policy() {
        return policy;
    }

    @Override
    public void close() {
        commands.close();
    }
}
