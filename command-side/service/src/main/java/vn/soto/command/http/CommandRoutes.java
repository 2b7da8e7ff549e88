package vn.soto.command.http;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandDescriptor;
import vn.soto.command.binding.CommandService;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.plans.CommandTrials;
import vn.soto.plans.Proposals;
import vn.soto.web.HeavyWork;

/**
 * Maps each command of the catalogue to its resource. The mapping shares the handler mapping of annotated endpoints, so
 * an address that both sides serve reports the methods, content types and problems of both.
 */
@Component
final class CommandRoutes implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping mapping;
    private final CommandCatalogue catalogue;
    private final CommandService commands;
    private final Proposals proposals;
    private final CommandTrials trials;
    private final HeavyWork heavy;
    private final Scheduler scheduler;

    /** @param commandExecutor runs each command on its own thread that may block */
    CommandRoutes(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            CommandCatalogue catalogue,
            CommandService commands,
            Proposals proposals,
            CommandTrials trials,
            HeavyWork heavy,
            ExecutorService commandExecutor) {
        this.heavy = heavy;
        this.mapping = mapping;
        this.catalogue = catalogue;
        this.commands = commands;
        this.proposals = proposals;
        this.trials = trials;
        this.scheduler = Schedulers.fromExecutor(commandExecutor);
    }

    @Override
    public void afterSingletonsInstantiated() {
        catalogue.all().forEach(this::add);
    }

    private void add(CommandDescriptor issued) {
        RequestMappingInfo.BuilderConfiguration patterns = new RequestMappingInfo.BuilderConfiguration();
        patterns.setPatternParser(mapping.getPathPatternParser());
        RequestMappingInfo at = RequestMappingInfo.paths(issued.path())
                .methods(RequestMethod.POST)
                .consumes(MediaType.APPLICATION_JSON_VALUE)
                .produces(MediaType.APPLICATION_JSON_VALUE)
                .options(patterns)
                .build();
        mapping.registerMapping(
                at, new CommandEndpoint(issued, commands, proposals, trials, heavy, scheduler), submit());
    }

    private static Method submit() {
        try {
            return CommandEndpoint.class.getDeclaredMethod(
                    "submit",
                    CommandRequest.class,
                    Map.class,
                    boolean.class,
                    ObjectNode.class,
                    ServerWebExchange.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
