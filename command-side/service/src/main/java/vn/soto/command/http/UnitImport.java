package vn.soto.command.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.command.binding.CommandRequest;
import vn.soto.command.binding.CommandService;
import vn.soto.command.binding.NotAllowedException;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.plans.imports.Finding;
import vn.soto.plans.imports.UnitAndTeamIndex;
import vn.soto.plans.imports.UnitFile;
import vn.soto.web.Problem;
import vn.soto.web.ProblemTexts;

/** Establishes the units of a file, row by row. A row's command id is derived from its content and who sends it, so
 * a repeat is one. */
public final class UnitImport {

    private final CommandService commands;
    private final ProblemTexts texts;
    private final UnitAndTeamIndex register;
    private final Scheduler scheduler;

    public UnitImport(CommandService commands, ProblemTexts texts, UnitAndTeamIndex register, Executor executor) {
        this.commands = commands;
        this.texts = texts;
        this.register = register;
        this.scheduler = Schedulers.fromExecutor(executor);
    }

    /**
     * What became of a file.
     *
     * @param done     rows recorded now
     * @param repeated rows recorded before
     * @param commit   number of the last commit among them; 0 if none
     * @param failed   rows that changed nothing, each with what to do
     */
    public record Result(int done, int repeated, long commit, List<Failure> failed) {}

    /** {@code row} counts from 1 below the header; {@code column} is absent when the row as a whole was refused. */
    public record Failure(int row, @Nullable String column, String problem, String detail) {}

    Mono<Result> run(CommandRequest request, String csv, Locale locale) {
        return Mono.fromCallable(() -> establish(request, csv, locale)).subscribeOn(scheduler);
    }

    private Result establish(CommandRequest request, String csv, Locale locale) {
        int done = 0;
        int repeated = 0;
        long last = 0;
        List<Failure> failed = new ArrayList<>();
        for (UnitFile.Row row : UnitFile.read(csv, register)) {
            int number = row.number() - 1;
            Finding finding = row.finding();
            if (finding != null) {
                String cause =
                        texts.text(finding.code(), locale, finding.arguments().toArray());
                failed.add(new Failure(number, finding.column(), finding.code(), cause));
                continue;
            }
            EstablishUnit command = row.command();
            try {
                CommandOutcome outcome = commands.submit(row(request, command), command);
                done += outcome.repeat() ? 0 : 1;
                repeated += outcome.repeat() ? 1 : 0;
                last = Math.max(last, outcome.commit());
            } catch (NotAllowedException e) {
                throw e;
            } catch (RuntimeException e) {
                Problem problem = Problems.of(e);
                if (problem.status() >= 500) {
                    throw e;
                }
                failed.add(new Failure(number, null, problem.code(), texts.detail(problem, locale)));
            }
        }
        return new Result(done, repeated, last, failed);
    }

    private static CommandRequest row(CommandRequest file, EstablishUnit command) {
        String content = String.join(
                "\n",
                file.actor(),
                command.unit().value(),
                command.kind().name(),
                command.name(),
                String.valueOf(command.officialCode()),
                String.valueOf(command.parent()),
                command.instrument().number(),
                command.instrument().signedOn().toString(),
                command.effectiveFrom().toString());
        UUID id = UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
        return new CommandRequest(id, file.actor(), file.roles(), file.correlation());
    }
}
