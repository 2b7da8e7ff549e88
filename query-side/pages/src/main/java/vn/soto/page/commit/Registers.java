package vn.soto.page.commit;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.page.QuestionPage;

/** The registers that are read latest first, page by page. */
@Configuration(proxyBeanMethods = false)
public class Registers {

    /** Vocabularies of events between which a reader chooses, the more frequent first. */
    public static final List<String> VOCABULARIES = List.of(
            "assistance",
            "household",
            "business",
            "team",
            "support-request",
            "outreach",
            "training",
            "report",
            "unit-report",
            "unit",
            "recognition-round",
            "stipend-statement",
            "consent",
            "personal-data",
            "account",
            "plan",
            "policy",
            "catalogue");

    @Bean
    QuestionPage readsRegister() {
        return new RegisterPage(
                "/api/personal-data-reads",
                "evidence.reads",
                "evidence/reads.jte",
                "reads",
                List.of("at", "account", "role", "subject", "people", "question", "reason"));
    }

    @Bean
    QuestionPage refusalsRegister() {
        return new RegisterPage(
                "/api/refused-access",
                "evidence.refused",
                "evidence/refused.jte",
                "refused",
                List.of("last", "first", "account", "operation", "lacking", "times"));
    }

    @Bean
    QuestionPage eventSearch() {
        return new RegisterPage(
                "/api/events",
                "events.title",
                "evidence/events.jte",
                "events",
                List.of("recorded", "sentence", "who", "why", "whyText", "command", "commit", "corrects/commit"));
    }

    @Bean
    QuestionPage correctionsRegister() {
        return new RegisterPage(
                "/api/made-corrections",
                "evidence.corrections",
                "evidence/corrections.jte",
                "corrections",
                List.of("recorded", "sentence", "who", "why", "whyText", "commit", "corrects/commit"));
    }
}
