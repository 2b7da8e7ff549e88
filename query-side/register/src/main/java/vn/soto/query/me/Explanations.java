package vn.soto.query.me;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.access.Role;
import vn.soto.query.http.Refusals;
import vn.soto.query.link.QuestionCatalogue;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.HeldRights;
import vn.soto.query.reading.Reader;
import vn.soto.query.reading.ReadingDecision;
import vn.soto.query.reading.ScopeNames;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;
import vn.soto.web.ProblemTexts;
import vn.soto.web.Vocabulary;

/**
 * Explains decisions: it makes the same ones as the enforcement, by the same code. Of a command this side knows the
 * declared roles and the place of the target; its rules are decided when it is sent.
 */
@Component
final class Explanations {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final ProblemTexts texts = new ProblemTexts(List.of("vn.soto.query.me.explanations"));
    private final QuestionCatalogue questions;
    private final Refusals refusals;
    private final ScopeNames names;

    Explanations(QuestionCatalogue questions, Refusals refusals, ScopeNames names) {
        this.questions = questions;
        this.refusals = refusals;
        this.names = names;
    }

    Explanation ofQuestion(String address, long asOf, Locale language) {
        QuestionCatalogue.Question question =
                questions.at(address).orElseThrow(() -> QueryProblemException.absent("question", address));
        EndpointRight right = question.required().right();
        ReadingDecision decision = Reader.current().decide(question.required(), question.named());
        return explained(decision, right, right.roles(), text(decision, asOf, language), false);
    }

    Explanation ofCommand(String name, Optional<String> target, long asOf, Locale language) {
        QuestionCatalogue.NamedCommand command =
                questions.command(name, language).orElseThrow(() -> QueryProblemException.absent("command", name));
        Reader reader = Reader.current();
        ReadingDecision decision = target.map(text -> reader.decide(
                        EndpointRight.COMMANDS, command.roles(), kind(text), text.substring(text.indexOf(':') + 1)))
                .orElseGet(() -> reader.decide(EndpointRight.COMMANDS, command.roles()));
        String text = text(decision, asOf, language);
        return explained(
                decision,
                EndpointRight.COMMANDS,
                command.roles(),
                decision instanceof ReadingDecision.Allowed
                        ? texts.text("command", language, text, command.title())
                        : text,
                true);
    }

    private static IdKind kind(String target) {
        try {
            return IdKind.parse(target.substring(0, Math.max(0, target.indexOf(':'))));
        } catch (IllegalArgumentException e) {
            throw QueryProblemException.malformed("target", target);
        }
    }

    private Explanation explained(
            ReadingDecision decision, EndpointRight right, Set<Role> roles, String text, boolean ofCommand) {
        HeldRights held = Reader.current().rights();
        return new Explanation(
                decision instanceof ReadingDecision.Allowed,
                text,
                right,
                List.copyOf(new TreeSet<>(roles)),
                decision instanceof ReadingDecision.Allowed(var by) ? views(by, held) : List.of(),
                views(
                        held.all().stream()
                                .filter(each -> roles.contains(each.role()))
                                .toList(),
                        held),
                ofCommand);
    }

    private static List<RightView> views(List<Right> rights, HeldRights held) {
        return rights.stream().map(right -> RightView.of(right, held)).toList();
    }

    private String text(ReadingDecision decision, long asOf, Locale language) {
        return refusals.text(decision, asOf, language)
                .orElseGet(() -> decision instanceof ReadingDecision.Allowed(var by) && !by.isEmpty()
                        ? texts.text("allowed", language, because(by, asOf, language))
                        : texts.text("everybody", language));
    }

    private String because(List<Right> by, long asOf, Locale language) {
        HeldRights held = Reader.current().rights();
        return by.stream().map(right -> because(right, held, asOf, language)).collect(Collectors.joining("; "));
    }

    private String because(Right right, HeldRights held, long asOf, Locale language) {
        HeldRights.Days days = held.days(right);
        String area = names.of(List.of(right.scope()), held.rights().day(), asOf)
                .getFirst()
                .in(language)
                .toString();
        String role = Vocabulary.value(right.role(), language);
        if (days.from() == null) {
            return texts.text("right", language, role, area);
        }
        return days.until() == null
                ? texts.text("right-since", language, role, area, DAY.format(days.from()))
                : texts.text("right-until", language, role, area, DAY.format(days.from()), DAY.format(days.until()));
    }
}
