package vn.soto.command.http;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.axon.UuidV7;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.binding.NotAllowedException;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.ProductIds;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.plan.PlanId;
import vn.soto.domain.shared.FreeText;
import vn.soto.web.ProvenAt;

/**
 * Builds a {@link CommandRequest} from the headers and the authenticated principal; without a principal it yields none.
 */
public final class CommandRequestResolver implements HandlerMethodArgumentResolver {

    static final String ID = "Idempotency-Key";
    static final String CORRELATION = "Correlation-Id";
    private static final Pattern CORRELATION_FORM = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private static final int REVERSAL_VERSION = 3;

    private final UuidV7 ids;
    private final Supplier<BiFunction<String, Set<Role>, Set<Role>>> roles;
    private final Supplier<Scheduler> scheduler;

    /**
     * @param roles    roles of an account, from those that sign-in asserts; asked by the executor, because it reads the
     *                 ledger
     * @param executor has threads that may block
     */
    public CommandRequestResolver(
            UuidV7 ids, Supplier<BiFunction<String, Set<Role>, Set<Role>>> roles, Supplier<Executor> executor) {
        this.ids = ids;
        this.roles = roles;
        this.scheduler = SingletonSupplier.of(() -> Schedulers.fromExecutor(executor.get()));
    }

    /**
     * The request's id as the id of a plan. Version 3 is refused: the first version of the product gave it to reversals.
     */
    static PlanId planId(CommandRequest request) {
        if (request.id().version() == REVERSAL_VERSION) {
            throw new InvalidFieldException(ID, "reserved-plan");
        }
        return new PlanId(request.id().toString());
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandRequest.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return exchange.<Authentication>getPrincipal()
                .filter(Authentication::isAuthenticated)
                .switchIfEmpty(Mono.error(NotAllowedException::new))
                .flatMap(principal -> Mono.<Object>fromCallable(
                                () -> request(principal, exchange.getRequest().getHeaders()))
                        .subscribeOn(scheduler.get()));
    }

    private CommandRequest request(Authentication principal, HttpHeaders headers) {
        String given = headers.getFirst(ID);
        UUID id = given == null ? ids.get() : id(given);
        return new CommandRequest(
                id,
                principal.getName(),
                roles.get().apply(principal.getName(), asserted(principal)),
                correlation(headers.getFirst(CORRELATION), id),
                (principal.getDetails() instanceof ProvenAt proven ? proven : ProvenAt.NEVER).at());
    }

    static UUID id(String header) {
        try {
            UUID id = UUID.fromString(header);
            if (id.toString().equalsIgnoreCase(header)) {
                return own(id);
            }
        } catch (IllegalArgumentException e) {
            // not a UUID: refused below
        }
        throw new InvalidFieldException(ID, "uuid");
    }

    private static UUID own(UUID id) {
        if (ProductIds.isReserved(id)) {
            throw new InvalidFieldException(ID, "reserved-id");
        }
        return id;
    }

    static String correlation(@Nullable String header, UUID id) {
        if (header == null) {
            return id.toString();
        }
        if (!CORRELATION_FORM.matcher(header).matches() || !FreeText.isOpaque(header)) {
            throw new InvalidFieldException(CORRELATION, "correlation");
        }
        if (PlanId.isCorrelation(header)) {
            throw new InvalidFieldException(CORRELATION, "reserved-correlation");
        }
        return header;
    }

    private static Set<Role> asserted(Authentication principal) {
        Set<String> authorities = principal.getAuthorities().stream()
                .map(authority -> String.valueOf(authority.getAuthority()))
                .collect(Collectors.toUnmodifiableSet());
        return Arrays.stream(Role.values())
                .filter(role -> authorities.contains("ROLE_" + role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
