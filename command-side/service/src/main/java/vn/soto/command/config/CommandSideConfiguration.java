package vn.soto.command.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import tools.jackson.databind.JacksonModule;
import vn.soto.axon.UuidV7;
import vn.soto.command.batch.BatchReader;
import vn.soto.command.batch.BatchService;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandJson;
import vn.soto.command.binding.CommandService;
import vn.soto.command.dispatch.AccountRoles;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.FirstAdministrator;
import vn.soto.command.dispatch.IndexPlace;
import vn.soto.command.dispatch.MachineCommands;
import vn.soto.command.http.CommandRequestResolver;
import vn.soto.command.http.Problems;
import vn.soto.command.privacy.CheckedSubjects;
import vn.soto.command.privacy.KeyringSealer;
import vn.soto.command.privacy.PersonalDataSealer;
import vn.soto.command.privacy.UnopenableSubjects;
import vn.soto.domain.DomainModel;
import vn.soto.domain.plan.RightHolders;
import vn.soto.events.EventCodec;
import vn.soto.events.ValueModule;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.ClockWatch;
import vn.soto.ledgerwriter.ObservableAppender;
import vn.soto.ledgerwriter.kept.KeptTexts;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.plans.AcceptancePlanner;
import vn.soto.plans.ActiveWriter;
import vn.soto.plans.AlreadyRecorded;
import vn.soto.plans.CommandTrials;
import vn.soto.plans.DryRun;
import vn.soto.plans.HandOverPlanner;
import vn.soto.plans.PlanReader;
import vn.soto.plans.PlanRunner;
import vn.soto.plans.PlanService;
import vn.soto.plans.Proposals;
import vn.soto.plans.RetentionPlanner;
import vn.soto.plans.StepCodec;
import vn.soto.plans.imports.ImportService;
import vn.soto.plans.imports.LeftOutRows;
import vn.soto.plans.imports.ReorganisationAssessment;
import vn.soto.plans.imports.ReorganisationImport;
import vn.soto.plans.imports.lookup.TerritoryIndex;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;
import vn.soto.web.HeavyWork;
import vn.soto.web.MemoryShare;
import vn.soto.web.ProblemTexts;
import vn.soto.web.RefusalRegister;
import vn.soto.web.RequestThreads;
import vn.soto.web.WarmUpTask;

/** Beans of the command side; the application supplies the ledger, its codec, the stores of keys and kept texts, and a clock. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackageClasses = CommandRequestResolver.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // the query side also has a ProblemAdvice
@EnableConfigurationProperties({CommandSettings.class, AccessSettings.class, ClockSettings.class})
public class CommandSideConfiguration implements WebFluxConfigurer {

    private static final int PLAN_STEPS_AT_ONCE = 64;
    private static final int REQUESTS_AT_ONCE = 256;
    private static final int LINES_AT_ONCE = 64;
    private static final int QUEUED = 4_096;

    private final ObjectProvider<CommandSide> commandSide;
    private final ObjectProvider<ExecutorService> executor;

    /** Of beans that this class makes: whoever resolves a request asks for them when they are there. */
    CommandSideConfiguration(ObjectProvider<CommandSide> commandSide, ObjectProvider<ExecutorService> executor) {
        this.commandSide = commandSide;
        this.executor = executor;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        Supplier<AccountRoles> roles =
                SingletonSupplier.of(() -> commandSide.getObject().accountRoles());
        resolvers.addCustomResolver(
                new CommandRequestResolver(UuidV7.system(), () -> roles.get()::of, executor::getObject));
    }

    @Bean
    CommandSide commandSide(
            LedgerReader ledger,
            ObservableAppender appender,
            Keyring keyring,
            EventCodec codec,
            Clock clock,
            CommandSettings settings,
            ObjectProvider<RightHolders> holders,
            ObjectProvider<IndexPlace> index,
            ObjectProvider<RefusalRegister> register,
            MeterRegistry meters) {
        CommandSide side = CommandSide.start(
                ledger,
                appender,
                keyring,
                codec,
                clock,
                settings.policy(),
                holders.getIfAvailable(() -> CommandSide.rightHoldersOf(ledger)),
                index.getIfAvailable(() -> IndexPlace.inMemory(MemoryShare.COMMAND_INDEX.bytes())),
                meters);
        register.ifAvailable(refused -> side.refusals().add(new RefusedSteps(refused)));
        return side;
    }

    /** After the command side, which destroys the keys of all erased subjects first. */
    @Bean(destroyMethod = "close")
    AccessStart accessHealthIndicator(
            LedgerReader ledger,
            ObservableAppender appender,
            EventCodec codec,
            Clock clock,
            AccessSettings settings,
            CommandSide started) {
        return new AccessStart(
                ledger,
                new FirstAdministrator(ledger, appender, codec, UuidV7.system(), clock),
                settings.firstAdministrator());
    }

    @Bean
    MachineCommands machineCommands(LedgerReader ledger, ObservableAppender appender, EventCodec codec, Clock clock) {
        return new MachineCommands(ledger, appender, codec, UuidV7.system(), clock);
    }

    /**
     * The file of commands to accounts, if those are an issuer's; a program with accounts of its own watches a file
     * beside them.
     */
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty("soto.account-command")
    OperatorFile accountCommandFile(AccessSettings settings, MachineCommands machine, CommandSide started) {
        return OperatorFile.watch(
                Objects.requireNonNull(settings.accountCommand()), login -> Optional.empty(), machine);
    }

    /** Of the clock that the application gives its ledger. */
    @Bean
    ClockWatch clockWatch(Clock clock, ClockSettings settings) {
        return ClockWatch.of(clock, Clock.systemUTC(), settings.maxJump());
    }

    @Bean
    ClockEndpoint clockEndpoint(ClockWatch watch, Clock clock) {
        return new ClockEndpoint(watch, clock);
    }

    /** After the command side, which destroys the keys of all erased subjects first. */
    @Bean(destroyMethod = "close")
    KeyStoreCheck keyStoreHealthIndicator(
            LedgerReader ledger,
            EventCodec codec,
            Keyring keyring,
            ObjectProvider<CheckedSubjects> kept,
            CommandSide started) {
        return KeyStoreCheck.start(
                new UnopenableSubjects(ledger, codec, keyring, kept.getIfAvailable(CheckedSubjects::none)));
    }

    /** Depends on the command side, so Spring closes it first. */
    @Bean(destroyMethod = "close")
    TeamIndexRefresh teamIndexRefresh(CommandSide commands) {
        return TeamIndexRefresh.start(commands.teams());
    }

    @Bean
    PersonalDataSealer personalDataSealer(Keyring keyring, LedgerReader ledger) {
        return new KeyringSealer(keyring, ledger, DomainModel.commands());
    }

    /** Ids, quarters and instants have the same JSON in requests, responses and events. */
    @Bean
    JacksonModule valueModule() {
        return new ValueModule();
    }

    @Bean
    JsonMapperBuilderCustomizer strictRequests() {
        return CommandJson::strict;
    }

    @Bean
    CommandCatalogue commandCatalogue() {
        return CommandCatalogue.product();
    }

    /** Threads on which requests wait for the ledger; as many commands as these are appended together. */
    @Bean(destroyMethod = "close")
    ExecutorService commandExecutor() {
        return RequestThreads.of("command-", REQUESTS_AT_ONCE, QUEUED);
    }

    /** Threads for the lines of batches: a batch waits on a thread of its own for those of its lines. */
    @Bean(destroyMethod = "close", defaultCandidate = false)
    ExecutorService batchLineExecutor() {
        return RequestThreads.of("batch-line-", LINES_AT_ONCE, Integer.MAX_VALUE);
    }

    @Bean
    CommandService commandService(CommandSide commands, PersonalDataSealer sealer) {
        return CommandService.over(commands, sealer);
    }

    /** One for both sides of a process. */
    @Bean
    @ConditionalOnMissingBean
    HeavyWork heavyWork() {
        return new HeavyWork();
    }

    @Bean
    BatchReader batchReader(CommandCatalogue catalogue) {
        return new BatchReader(catalogue);
    }

    @Bean
    BatchService batchService(
            CommandService commands,
            HeavyWork heavy,
            @Qualifier("batchLineExecutor") ExecutorService batchLineExecutor) {
        return new BatchService(commands, heavy, batchLineExecutor);
    }

    @Bean
    ProblemTexts problemTexts() {
        return Problems.texts();
    }

    @Bean
    StepCodec stepCodec(PersonalDataSealer sealer) {
        return new StepCodec(sealer);
    }

    @Bean
    PlanService planService(CommandSide commands, StepCodec steps) {
        return PlanService.over(commands, steps);
    }

    @Bean
    Proposals proposals(CommandSide commands, PlanService plans) {
        return new Proposals(plans, actor -> DryRun.over(commands, actor));
    }

    @Bean
    CommandTrials commandTrials(CommandSide side, CommandService commands) {
        return new CommandTrials(side, commands);
    }

    /** Depends on the command side, so Spring closes it first. */
    @Bean(destroyMethod = "close")
    PlanRunner planRunner(CommandSide commands, StepCodec steps, ObjectProvider<ActiveWriter> writer) {
        return PlanRunner.start(commands, steps, writer.getIfAvailable(() -> () -> true)::isActive, PLAN_STEPS_AT_ONCE);
    }

    @Bean
    UnitAndTeamIndex register(LedgerReader ledger, EventCodec codec, PersonalDataSealer sealer, CommandSide commands) {
        return new UnitAndTeamIndex(ledger, codec, sealer, commands.teams());
    }

    @Bean
    TerritoryIndex territory(CommandSide commands) {
        return new TerritoryIndex(commands.teams());
    }

    @Bean
    ReorganisationImport reorganisationImport(
            CommandSide commands,
            PlanService plans,
            UnitAndTeamIndex register,
            TerritoryIndex territory,
            LedgerReader ledger,
            CommandSettings settings) {
        ReorganisationAssessment assessment = new ReorganisationAssessment(
                ledger, register, territory, settings.policy().calendar());
        return new ReorganisationImport(plans, register, assessment, actor -> DryRun.over(commands, actor));
    }

    @Bean
    AcceptancePlanner acceptancePlanner(PlanService plans, CommandSide commands) {
        return new AcceptancePlanner(plans, commands.ledger(), commands.codec());
    }

    @Bean
    HandOverPlanner handOverPlanner(
            CommandSide commands, PlanService plans, UnitAndTeamIndex register, TerritoryIndex territory) {
        return new HandOverPlanner(plans, commands.caseloads(), register, territory);
    }

    @Bean
    RetentionPlanner retentionPlanner(CommandSide commands, PlanService plans, LedgerReader ledger, EventCodec codec) {
        return new RetentionPlanner(plans, ledger, codec, actor -> DryRun.over(commands, actor));
    }

    @Bean
    WarmUpTask commandWarmUp(
            CommandCatalogue catalogue,
            PersonalDataSealer sealer,
            EventCodec codec,
            Clock clock,
            CommandSettings settings,
            ImportService imports) {
        return new CommandWarmUp(catalogue, sealer, codec, clock, settings.policy(), imports);
    }

    @Bean
    LeftOutRows leftOutRows(KeptTexts texts, Keyring keyring, Clock clock) {
        return new LeftOutRows(texts, keyring, UuidV7.system(), clock);
    }

    @Bean(destroyMethod = "close")
    LeftOutRowsEnd leftOutRowsEnd(LeftOutRows rows) {
        return LeftOutRowsEnd.start(rows);
    }

    @Bean
    ImportService importService(
            CommandSide commands,
            PlanService plans,
            StepCodec steps,
            UnitAndTeamIndex register,
            LedgerReader ledger,
            EventCodec codec) {
        AlreadyRecorded alreadyRecorded = new AlreadyRecorded(new PlanReader(ledger, codec), steps);
        return new ImportService(plans, steps, alreadyRecorded, register, commands);
    }
}
