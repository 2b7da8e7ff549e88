package vn.soto.allinone.account;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.axon.UuidV7;
import vn.soto.command.config.OperatorFile;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.FirstAdministrator;
import vn.soto.command.dispatch.MachineCommands;
import vn.soto.edge.server.ClientAddress;
import vn.soto.edge.session.Epochs;
import vn.soto.edge.session.SessionCodec;
import vn.soto.edge.session.SessionCookies;
import vn.soto.edge.session.SessionFilter;
import vn.soto.edge.session.SessionKeyFile;
import vn.soto.edge.session.SessionStreams;
import vn.soto.edge.start.StartRefusedException;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.ClockWatch;
import vn.soto.ledgerwriter.ObservableAppender;
import vn.soto.privacy.MasterKey;
import vn.soto.web.RequestThreads;
import vn.soto.web.WarmUpTask;

/** Local accounts and their sign-in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
class SignInConfiguration {

    /** They read and write the file of accounts, one at a time. */
    private static final int THREADS = 2;

    /** More than there are requests at work of those who are not signed in. */
    private static final int WAITING = 1_000;

    /** Open streams of an account that is locked end after it; a look reads memory. */
    private static final Duration LOOK = Duration.ofMillis(250);

    @Bean(destroyMethod = "close")
    SqliteAccountStore accountStore(AccountFiles files) {
        try {
            return SqliteAccountStore.open(files.store());
        } catch (AccountsUnwritableException e) {
            throw unwritable(e);
        }
    }

    private static StartRefusedException unwritable(AccountsUnwritableException e) {
        return new StartRefusedException(
                String.valueOf(e.getMessage()),
                "Để tiến trình ghi được tệp này, hoặc đặt bản sao của nó vào chỗ cũ. / Let the process write this file, or put its"
                        + " backup back.",
                e);
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    WarmUpTask passwordWarmUp() {
        return Passwords::loadAhead;
    }

    @Bean
    SecondFactors secondFactors(MasterKey master, Clock clock) {
        return new SecondFactors(master, clock);
    }

    @Bean
    LedgerRights ledgerRights(LedgerReader ledger, EventCodec codec, Clock clock) {
        return new LedgerRights(ledger, codec, clock);
    }

    @Bean
    UnrecordedPasswords accountPasswordsHealthIndicator(AccountStore accounts, LedgerRights rights) {
        return new UnrecordedPasswords(accounts, rights);
    }

    @Bean
    RequiredFactors requiredFactors(AccountSettings settings, LedgerRights rights) {
        return new RequiredFactors(settings.secondFactor(), rights);
    }

    @Bean
    OneTimePasswordFile oneTimePasswordFile(AccountFiles files) {
        return new OneTimePasswordFile(files.oneTimePassword());
    }

    /** @param setup orders the beans: accounts are there first */
    @Bean(destroyMethod = "close")
    OperatorFile operatorFile(AccountFiles files, AccountStore accounts, MachineCommands machine, AccountSetup setup) {
        return OperatorFile.watch(
                files.operator(), login -> accounts.byLogin(login).map(LocalAccount::id), machine);
    }

    /**
     * Accounts are there before the port opens. Of a file that lacks changes nothing is set up, and what the ledger has of locks and
     * resets holds.
     *
     * @param started orders the beans: the command side destroys the keys of all erased subjects first
     */
    @Bean
    AccountSetup accountSetup(
            AccountFiles files,
            AccountSettings settings,
            SqliteAccountStore accounts,
            Passwords passwords,
            LedgerRights rights,
            OneTimePasswordFile oneTime,
            LedgerReader ledger,
            ObservableAppender appender,
            EventCodec codec,
            CommandSide started,
            MachineCommands machine,
            Clock clock) {
        Supplier<UUID> ids = UuidV7.system();
        AccountSetup setup = new AccountSetup(accounts, passwords, rights, oneTime, machine, ids);
        if (accounts.loss().isPresent()) {
            setup.hold();
            return setup;
        }
        try {
            setup.prepare(files.lines(), files.demo());
            setup.finish();
            Optional.ofNullable(settings.reset()).ifPresent(setup::reset);
        } catch (AccountsUnwritableException e) {
            throw unwritable(e);
        }
        FirstAdministrator first = new FirstAdministrator(ledger, appender, codec, ids, clock);
        setup.grantFirst(first::record);
        return setup;
    }

    @Bean
    SignIn signIn(
            AccountStore accounts, Passwords passwords, SecondFactors factors, MeterRegistry meters, Clock clock) {
        return new SignIn(accounts, passwords, factors, meters, clock);
    }

    @Bean
    UntoldChanges untoldChanges(AccountStore accounts, LedgerRights rights, Clock clock) {
        return new UntoldChanges(accounts, rights, clock);
    }

    @Bean
    OwnAccount ownAccount(
            AccountStore accounts,
            SignIn signIn,
            Passwords passwords,
            SecondFactors factors,
            OneTimePasswordFile oneTime,
            RequiredFactors required,
            Clock clock) {
        return new OwnAccount(accounts, signIn, passwords, factors, oneTime, required, clock);
    }

    @Bean
    AccountAdministration accountAdministration(
            AccountStore accounts, Passwords passwords, LedgerRights rights, CommandSide commands, Clock clock) {
        Supplier<UUID> ids = UuidV7.system();
        return new AccountAdministration(
                accounts,
                passwords,
                rights,
                new LedgerReach(commands.accountRoles()),
                new LedgerAccountFacts(commands.gateway(), ids),
                ids,
                clock);
    }

    @Bean
    HashQueue hashQueue() {
        return new HashQueue();
    }

    /** Threads for work without hashing. */
    @Bean(destroyMethod = "dispose")
    Scheduler signInThreads() {
        return Schedulers.fromExecutorService(RequestThreads.of("sign-in-", THREADS, WAITING));
    }

    @Bean
    SessionCookies sessionCookies(AccountFiles files, ClientAddress clients, Clock clock) {
        return new SessionCookies(new SessionCodec(SessionKeyFile.open(files.sessionKeys(), clock), clock), clients);
    }

    @Bean
    Epochs epochs(AccountStore accounts, OwnAccount own, Clock clock, ClockWatch watch, Scheduler signInThreads) {
        return new LocalEpochs(accounts, own, clock, watch.clock(), signInThreads);
    }

    @Bean
    LocalSessionEnds sessionEnds(AccountStore accounts, Clock clock, Scheduler signInThreads) {
        return new LocalSessionEnds(accounts, clock, signInThreads);
    }

    @Bean
    SessionStreams sessionStreams(Epochs epochs) {
        return new SessionStreams(epochs, LOOK);
    }

    @Bean
    Browsers browsers(SessionCookies sessions, SessionStreams streams, ClientAddress clients) {
        return new Browsers(sessions, streams, clients);
    }

    /** @param setup orders the beans: nobody signs in before the accounts are there */
    @Bean
    SignInFilters signInFilters(
            SessionCookies sessions,
            Epochs epochs,
            SessionStreams streams,
            SignIn signIn,
            Browsers browsers,
            AccountStore accounts,
            RequiredFactors required,
            HashQueue hashes,
            Scheduler signInThreads,
            AccountSetup setup,
            Clock clock) {
        return new SignInFilters(
                new SessionFilter(sessions, epochs, streams),
                new BasicSignIn(signIn, browsers, streams, hashes, signInThreads, clock),
                new UnfinishedSignIn(accounts, required, signInThreads));
    }
}
