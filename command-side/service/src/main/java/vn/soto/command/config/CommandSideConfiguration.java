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
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.type.LogicalType;
import vn.soto.command.entry.PersonalDataSealer;
import vn.soto.command.http.CommandEntry;
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
import vn.soto.events.EventCodec;
import vn.soto.events.ValueModule;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.axon.UuidV7;

/** The command side's beans; the ledger, its codec and a clock come from outside. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackageClasses = CommandEntry.class,
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
            EventCodec codec,
            Clock clock,
            CommandSettings settings,
            MeterRegistry meters) {
        return CommandSide.start(ledger, appender, codec, clock, settings.policy(), meters);
    }

    /** Ids, quarters and instants in requests and answers are written as in events. */
    @Bean
    JacksonModule valueModule() {
        return new ValueModule();
    }

    /** A misspelt field or a number for a text is a mistake to be told, never one to be guessed about. */
    @Bean
    JsonMapperBuilderCustomizer strictRequests() {
        return json -> json.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, texts -> {
                    texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    texts.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                });
    }

    /** One virtual thread for each command, so that waiting for the ledger never holds an event loop. */
    @Bean(destroyMethod = "close")
    ExecutorService commandExecutor() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("command-", 0).factory());
    }

    @Bean
    CommandEntry commandEntry(CommandSide commands, ExecutorService commandExecutor) {
        return new CommandEntry(commands.desk(), commandExecutor);
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

    /** Seals nothing: no command holds personal data. */
    @Bean
    PersonalDataSealer personalDataSealer() {
        return (command, payload, id) -> payload;
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
    ImportDesk importDesk(
            CommandSide commands,
            PlanDesk plans,
            StepCodec steps,
            Register register,
            LedgerReader ledger,
            EventCodec codec) {
        AlreadySo alreadySo = new AlreadySo(new PlanReader(ledger, codec));
        return new ImportDesk(plans, steps, alreadySo, register, commands::rehearsal);
    }
}
