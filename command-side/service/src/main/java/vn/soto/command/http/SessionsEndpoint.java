package vn.soto.command.http;

import static vn.soto.domain.reach.ReachRule.RIGHT_REACHES_THE_PLACE;

import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.command.binding.NotAllowedException;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;
import vn.soto.domain.reach.OutOfReachException;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;
import vn.soto.web.SessionEnds;

/** An administrator signs somebody else out, whose phone is lost for example. */
@RestController
final class SessionsEndpoint {

    private final CommandSide commands;
    private final ObjectProvider<SessionEnds> sessions;
    private final Scheduler scheduler;

    SessionsEndpoint(CommandSide commands, ObjectProvider<SessionEnds> sessions, ExecutorService commandExecutor) {
        this.commands = commands;
        this.sessions = sessions;
        this.scheduler = Schedulers.fromExecutor(commandExecutor);
    }

    /**
     * Ends every session of the account, on all devices and nodes, and its PINs; its password and its rights stay. Of an account
     * with rights beyond the administrator's area, this is refused like that of an account that nobody has.
     */
    @Requires(EndpointRight.LOCAL_ACCOUNTS)
    @PostMapping(path = "/api/accounts/{account}/sessions/end", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Void>> end(CommandRequest request, @PathVariable String account) {
        SessionEnds ends = sessions.getIfAvailable();
        if (ends == null) {
            // Every request of such a node brings its credentials.
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        return Mono.fromCallable(() -> permitted(request, account))
                .subscribeOn(scheduler)
                .flatMap(id -> ends.end(id.value(), request.actor()))
                .map(known -> {
                    if (!known) {
                        throw new NotFoundException("account", account);
                    }
                    return ResponseEntity.noContent().build();
                });
    }

    private AccountId permitted(CommandRequest request, String account) {
        if (!request.roles().contains(Role.ADMINISTRATOR)) {
            throw new NotAllowedException();
        }
        if (!AccountId.isWellFormed(account)) {
            throw new NotFoundException("account", account);
        }
        AccountId id = new AccountId(account);
        if (!commands.accountRoles().administers(new AccountId(request.actor()), id)) {
            throw new OutOfReachException(
                    new NotFoundException("account", account),
                    RIGHT_REACHES_THE_PLACE.refused(Role.ADMINISTRATOR.name()));
        }
        return id;
    }
}
