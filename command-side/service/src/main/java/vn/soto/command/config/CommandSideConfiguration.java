package vn.soto.command.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import tools.jackson.databind.JacksonModule;
import vn.soto.command.DomainModel;
import vn.soto.command.batch.BatchDesk;
import vn.soto.command.batch.BatchReader;
import vn.soto.command.drafting.HandOverDesk;
import vn.soto.command.drafting.ReorganisationDesk;
import vn.soto.command.entry.CommandCatalogue;
import vn.soto.command.entry.CommandEntry;
import vn.soto.command.entry.CommandJson;
import vn.soto.command.entry.CommandReader;
import vn.soto.command.entry.PersonalDataSealer;
import vn.soto.command.http.CommandRequestResolver;
import vn.soto.command.http.ProblemTexts;
import vn.soto.command.http.UnitImport;
import vn.soto.command.imports.ImportDesk;
import vn.soto.command.imports.Register;
import vn.soto.command.planning.ActiveWriter;
import vn.soto.command.planning.AlreadySo;
import vn.soto.command.planning.PlanDesk;
import vn.soto.command.planning.PlanReader;
import vn.soto.command.planning.PlanRunner;
import vn.soto.command.planning.StepCodec;
import vn.soto.command.privacy.KeyringSealer;
import vn.soto.events.EventCodec;
import vn.soto.events.ValueModule;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.axon.UuidV7;
import vn.soto.ledgerwriter.privacy.Keyring;

/** The command side's beans; the ledger, its codec, the key store and a clock come from outside. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackageClasses = CommandRequestResolver.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // both sides have a TeamEndpoint
@EnableConfigurationProperties(CommandSettings.class)
public class CommandSideConfiguration implements WebFluxConfigurer {

    private static final int PLAN_STEPS_AT_ONCE = 64;

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new CommandRequestResolver(UuidV7.system()));
    }

    @Bean
    CommandSide commandSide(
            LedgerReader ledger,
            LedgerAppender appender,
            Keyring keyring,
            EventCodec codec,
            Clock clock,
            CommandSettings settings,
            MeterRegistry meters) {
        return CommandSide.start(ledger, appender, keyring, codec, clock, settings.policy(), meters);
    }

    @Bean
    PersonalDataSealer personalDataSealer(Keyring keyring, LedgerReader ledger) {
        return new KeyringSealer(keyring, ledger, DomainModel.commands());
    }

    /** Ids, quarters and instants in requests and answers are written as in events. */
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

    @Bean
    CommandReader commandReader(CommandCatalogue catalogue, PersonalDataSealer sealer) {
        return new CommandReader(catalogue, sealer);
    }

    /** One virtual thread for each command, so that waiting for the ledger never holds an event loop. */
    @Bean(destroyMethod = "close")
    ExecutorService commandExecutor() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("command-", 0).factory());
    }

    @Bean
    CommandEntry commandEntry(CommandSide commands, CommandReader reader) {
        return new CommandEntry(commands.desk(), reader);
    }

    @Bean
    BatchReader batchReader(CommandCatalogue catalogue) {
        return new BatchReader(catalogue);
    }

    @Bean
    BatchDesk batchDesk(CommandEntry commands, ExecutorService commandExecutor) {
        return new BatchDesk(commands, commandExecutor);
    }

    @Bean
    ProblemTexts problemTexts() {
        return new ProblemTexts();
    }

    @Bean
    UnitImport unitImport(
            CommandEntry commands, ProblemTexts texts, Register register, ExecutorService commandExecutor) {
        return new UnitImport(commands, texts, register, commandExecutor);
    }

    @Bean
    StepCodec stepCodec(PersonalDataSealer sealer) {
        return new StepCodec(sealer);
    }

    @Bean
    PlanDesk planDesk(CommandSide commands, StepCodec steps) {
        return commands.plans(steps);
    }

    /** Stopped before the command side is, because it depends on it. */
    @Bean(destroyMethod = "close")
    PlanRunner planRunner(CommandSide commands, StepCodec steps, ObjectProvider<ActiveWriter> writer) {
        return commands.runner(steps, writer.getIfAvailable(() -> () -> true)::isActive, PLAN_STEPS_AT_ONCE);
    }

    @Bean
    Register register(LedgerReader ledger, EventCodec codec) {
        return new Register(ledger, codec);
    }

    @Bean
    ReorganisationDesk reorganisationDesk(CommandSide commands, PlanDesk plans, Register register) {
        return new ReorganisationDesk(plans, register, commands::rehearsal);
    }

    @Bean
    HandOverDesk handOverDesk(CommandSide commands, PlanDesk plans, Register register) {
        return new HandOverDesk(plans, commands.caseloads(), register);
    }

    @Bean
    ImportDesk importDesk(
            CommandSide commands,
            PlanDesk plans,
            StepCodec steps,
            Register register,
            LedgerReader ledger,
            EventCodec codec) {
        AlreadySo alreadySo = new AlreadySo(new PlanReader(ledger, codec), steps);
        return new ImportDesk(plans, steps, alreadySo, register, commands::rehearsal);
    }
}
