package vn.soto.page;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Pages that show one answer as it is, below a title. */
public enum TitledPage implements QuestionPage {
    /** A command in words, with the way to its form. */
    COMMAND(
            "/api/commands/{commandName}",
            "command/about.jte",
            (answer, page) -> answer.answer().get("title").text()),

    /** The commands recorded together, such as the steps of a plan. */
    CORRELATION(
            "/api/correlations/{correlation}",
            "evidence/correlation.jte",
            (answer, page) -> page.t("evidence.correlation")),

    /** The records that later changes left behind, and why each has to be corrected. */
    RECORDS_TO_CORRECT("/api/corrections", "evidence/left-behind.jte", (answer, page) -> page.title(answer)),

    /** All good models, the latest first. */
    PRACTICES("/api/practices", "practice/practices.jte", (answer, page) -> page.t("practice.all")),

    /** The samples drawn in a unit and below it, the latest first, with what each says of the records from which it was drawn. */
    SAMPLES_OF_UNIT(
            "/api/units/{unit}/call-back-samples",
            "detection/unit-samples.jte",
            (answer, page) -> page.t("detection.samples", answer.subject().orElse(""))),

    /** A sample of records for call-backs: its source and seed, the answers, and the estimate for all records. */
    CALL_BACK_SAMPLE("/api/call-back-samples/{callBackSample}", "detection/sample.jte", (answer, page) -> {
        String unit = answer.answer().get("unit").text();
        return page.t(
                "detection.sample",
                answer.name("unit", unit).orElse(unit),
                page.format().text(answer.answer().get("quarter").text()));
    }),

    /** The commits behind the lines of a stipend statement. */
    STIPEND_EVIDENCE(
            "/api/stipends/{statement}/evidence",
            "stipend/evidence.jte",
            (answer, page) -> page.t(
                    "stipend.evidence-of",
                    page.format().text(answer.answer().get("period").text()))),

    /** The detectors: what each looks for, by which numbers, and why what it finds can be innocent. */
    DETECTORS("/api/detectors", "detection/detectors.jte", (answer, page) -> page.t("detection.detectors"), false),

    /** The rates that the province has adopted, the latest last. */
    STIPEND_RATES("/api/stipend-policy", "stipend/rates.jte", (answer, page) -> page.t("stipend.rates"), false),

    /** A campaign: its days, its goals, and how far each place is. */
    CAMPAIGN(
            "/api/campaigns/{campaign}",
            "goal/campaign.jte",
            (answer, page) -> answer.answer().get("name").text(),
            false);

    private final String question;
    private final String template;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final BiFunction<ApiAnswer, PageContext, String> title;

    private final boolean personal;

    TitledPage(String question, String template, BiFunction<ApiAnswer, PageContext, String> title) {
        this(question, template, title, true);
    }

    TitledPage(String question, String template, BiFunction<ApiAnswer, PageContext, String> title, boolean personal) {
        this.question = question;
        this.template = template;
        this.title = title;
        this.personal = personal;
    }

    @Override
    public String question() {
        return question;
    }

    @Override
    public boolean isPersonal() {
        return personal;
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(title.apply(answer, page), template, Map.of("answer", answer));
    }
}
