package vn.soto.allinone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import vn.soto.axon.UuidV7;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.ledger.CheckedReader;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.privacy.SubjectKeyWriter;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.query.person.Persons;

/** Dependency rules between modules and packages: each rule of the design that a build can check. */
@AnalyzeClasses(
        locations = ArchitectureTest.OurJars.class,
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.ProductOnly.class})
final class ArchitectureTest {

    /**
     * Without tests, the generator of the API description and the harness of the tests, which are in no jar of the product. Classes
     * that Spring's build writes are left out, too.
     */
    static final class ProductOnly implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("__")
                    && !location.contains("-tests.jar")
                    && !location.contains("/vn/soto/openapi/")
                    && !location.contains("/vn/soto/harness/")
                    && !location.contains("/vn/soto/demo/loaded/");
        }
    }

    /** Only they are opened: looking for packages in each library takes a second. */
    static final class OurJars implements LocationProvider {

        @Override
        public Set<Location> get(Class<?> test) {
            return test.getClassLoader().resources("vn/soto").map(Location::of).collect(Collectors.toSet());
        }
    }

    private static final String JDK = "java..";
    private static final String NULLNESS = "org.jspecify..";

    private static final String[] COMMAND_SIDE = {
        "vn.soto.domain..", "vn.soto.command..", "vn.soto.plans..", "vn.soto.axon..", "vn.soto.ledgerwriter.."
    };
    private static final String[] QUERY_SIDE = {"vn.soto.projection..", "vn.soto.query.."};
    private static final String[] READERS = {
        "vn.soto.projection..", "vn.soto.query..", "vn.soto.open..", "vn.soto.querynode..", "vn.soto.verifier.."
    };
    private static final String[] APPLICATIONS = {"vn.soto.allinone..", "vn.soto.commandnode..", "vn.soto.querynode.."};
    private static final String[] NEITHER_SIDE = {
        "vn.soto.contracts..",
        "vn.soto.events..",
        "vn.soto.ledger..",
        "vn.soto.privacy..",
        "vn.soto.edge..",
        "vn.soto.web.."
    };
    private static final String[] BOTH_SIDES =
            Stream.of(COMMAND_SIDE, QUERY_SIDE).flatMap(Stream::of).toArray(String[]::new);

    private static final String TEST_KIT = "vn.soto.testkit..";

    @ArchTest
    static void everyModuleIsSeen(JavaClasses classes) {
        assertThat(classes.stream().map(JavaClass::getPackageName))
                .contains(
                        "vn.soto.contracts.team",
                        "vn.soto.events",
                        "vn.soto.ledger",
                        "vn.soto.ledger.sqlite",
                        "vn.soto.ledger.mongo",
                        "vn.soto.privacy",
                        "vn.soto.domain.team",
                        "vn.soto.command.http",
                        "vn.soto.command.dispatch",
                        "vn.soto.plans",
                        "vn.soto.projection",
                        "vn.soto.axon",
                        "vn.soto.query.http",
                        "vn.soto.verifier",
                        "vn.soto.allinone",
                        "vn.soto.edge",
                        "vn.soto.web",
                        "vn.soto.page",
                        "vn.soto.paper",
                        "vn.soto.open",
                        "vn.soto.commandnode",
                        "vn.soto.querynode",
                        "vn.soto.demo");
    }

    @ArchTest
    static final ArchRule contractsKnowTheJdkOnly = classes()
            .that()
            .resideInAPackage("vn.soto.contracts..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("vn.soto.contracts..", JDK, NULLNESS);

    /** Commits come out of a store checked: what it decodes is read by {@link CheckedReader} alone. */
    @ArchTest
    static final ArchRule commitsComeOutOfAStoreChecked = noClasses()
            .that()
            .areNotAssignableTo(CheckedReader.class)
            .should()
            .callMethodWhere(target(nameMatching("stored(Commit|Header|Number|Chain).*"))
                    .and(target(owner(JavaClass.Predicates.assignableTo(CheckedReader.class)))));

    /** A ledger in memory has no file that somebody could alter; a dry run reads through to one that is checked. */
    @ArchTest
    static final ArchRule everyStoreIsReadChecked = classes()
            .that()
            .implement(LedgerReader.class)
            .and()
            .areNotAssignableTo(CheckedReader.class)
            .should()
            .haveFullyQualifiedName("vn.soto.ledgerwriter.memory.MemoryLedger")
            .orShould()
            .haveFullyQualifiedName("vn.soto.plans.LedgerOverlay")
            .orShould()
            .haveFullyQualifiedName("vn.soto.projection.supposed.SupposableLedger");

    @ArchTest
    static final ArchRule theLedgerIsPure = classes()
            .that()
            .resideInAPackage("vn.soto.ledger")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("vn.soto.ledger", JDK, NULLNESS);

    /** Classifies a package by its dependencies, so that a new package is checked without being listed here. */
    @ArchTest
    static final ArchRule theDomainKnowsNoSpringNoStorageNoIo = classes()
            .that()
            .resideInAPackage("vn.soto.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "vn.soto.domain..",
                    "vn.soto.contracts..",
                    "org.axonframework..",
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.text..",
                    "java.nio.charset..",
                    "java.security..",
                    NULLNESS);

    @ArchTest
    static final ArchRule whatBothSidesShareKnowsNeither = noClasses()
            .that()
            .resideInAnyPackage(NEITHER_SIDE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BOTH_SIDES);

    @ArchTest
    static final ArchRule theQuerySideKnowsNoCommand = noClasses()
            .that()
            .resideInAnyPackage(READERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(COMMAND_SIDE);

    /** A page shows answers of the API: it knows no class of either side. */
    @ArchTest
    static final ArchRule pagesKnowTheApiAlone = noClasses()
            .that()
            .resideInAPackage("vn.soto.page..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BOTH_SIDES)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.soto.contracts..", "vn.soto.ledger..", "vn.soto.privacy..", "vn.soto.edge..");

    @ArchTest
    static final ArchRule theCommandSideKnowsNoReadModel = noClasses()
            .that()
            .resideInAnyPackage(COMMAND_SIDE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(QUERY_SIDE);

    @ArchTest
    static final ArchRule theProjectionEngineKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("vn.soto.projection..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.soto.query..", "org.springframework..");

    @ArchTest
    static final ArchRule dispatchKnowsNoPlanAndPlansKnowNoHttp = noClasses()
            .that()
            .resideInAnyPackage(
                    "vn.soto.command.binding..",
                    "vn.soto.command.dispatch..",
                    "vn.soto.command.privacy..",
                    "vn.soto.plans..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "vn.soto.command.batch..",
                    "vn.soto.command.config..",
                    "vn.soto.command.http..",
                    "org.springframework..");

    /** Neither by itself nor through other classes. */
    @ArchTest
    static void theQuerySideReachesNoAppender(JavaClasses product) {
        Predicate<JavaClass> readers = resideInAnyPackage(READERS);
        Predicate<JavaClass> appenders =
                resideInAnyPackage("vn.soto.axon..", "vn.soto.ledgerwriter..").or(belongToAnyOf(LedgerAppender.class));
        Map<JavaClass, JavaClass> reachedFrom = new HashMap<>();
        Deque<JavaClass> next =
                new ArrayDeque<>(product.stream().filter(readers).toList());
        assertThat(next).isNotEmpty();
        while (!next.isEmpty()) {
            JavaClass from = next.remove();
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass to = dependency.getTargetClass();
                assertThat(appenders.test(to))
                        .as("%s, reached from %s", dependency.getDescription(), reachedFrom.get(from))
                        .isFalse();
                if (!readers.test(to) && reachedFrom.putIfAbsent(to, from) == null) {
                    next.add(to);
                }
            }
        }
    }

    /** Only the writer can change stored keys; {@link #theQuerySideReachesNoAppender} keeps the query side from it. */
    @ArchTest
    static final ArchRule theQuerySideMakesNoKeyAndSealsNothing = noClasses()
            .that()
            .resideInAnyPackage(
                    "vn.soto.projection..",
                    "vn.soto.query..",
                    "vn.soto.querynode..",
                    "vn.soto.verifier..",
                    "vn.soto.edge..")
            .should()
            .callMethodWhere(target(DescribedPredicate.and(
                    nameMatching("fresh|freshText|seal|wrap"), owner(resideInAPackage("vn.soto.privacy..")))));

    /** Each opening is logged with the reader's identity. */
    @ArchTest
    static final ArchRule onlyPersonsOpensWhatIsSealed = noClasses()
            .that()
            .resideInAnyPackage(QUERY_SIDE)
            .and()
            .doNotBelongToAnyOf(Persons.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(PersonalDataReader.class);

    @ArchTest
    static final ArchRule onlyTheWriterImplementsTheKeyWriter =
            classes().that().implement(SubjectKeyWriter.class).should().resideInAPackage("vn.soto.ledgerwriter..");

    @ArchTest
    static final ArchRule onlyTheStoreKnowsItsDriver = noClasses()
            .that()
            .resideInAnyPackage(COMMAND_SIDE)
            .and()
            .resideOutsideOfPackages("vn.soto.ledgerwriter.mongo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");

    @ArchTest
    static final ArchRule nothingKnowsAnApplication = noClasses()
            .that()
            .resideOutsideOfPackages(APPLICATIONS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(APPLICATIONS);

    @ArchTest
    static final ArchRule aCommandNodeKnowsNoQuery = noClasses()
            .that()
            .resideInAPackage("vn.soto.commandnode..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.soto.projection..", "vn.soto.query..", "vn.soto.querynode..");

    @ArchTest
    static final ArchRule onlyTheWriterImplementsTheAppender =
            classes().that().implement(LedgerAppender.class).should().resideInAPackage("vn.soto.ledgerwriter..");

    /** Whoever appends moves bytes and keys of subjects: a new event changes nothing there. */
    @ArchTest
    static final ArchRule theWriterKnowsNoEventOfTheProduct = noClasses()
            .that()
            .resideInAPackage("vn.soto.ledgerwriter..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("vn.soto.contracts..", "vn.soto.events..", "org.axonframework..")
                    .and(not(belongToAnyOf(Subject.class))));

    /**
     * A page is a function from answers to HTML. The frame of the pages asks for the answers and waits for them. So do
     * the forms, which ask for their choices and send commands.
     */
    @ArchTest
    static final ArchRule reactorStaysAtTheEdges = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..http..",
                    "..web..",
                    "vn.soto.page",
                    "vn.soto.page.account",
                    "vn.soto.page.form",
                    "vn.soto.page.help",
                    "vn.soto.page.creation",
                    "vn.soto.page.detection",
                    "vn.soto.page.field",
                    "vn.soto.page.recognition",
                    "vn.soto.page.report",
                    "vn.soto.page.status",
                    "vn.soto.page.assistance",
                    "vn.soto.allinone..",
                    "vn.soto.edge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("reactor..", "org.reactivestreams..");

    @ArchTest
    static final ArchRule nothingBlocksInReactor = noClasses()
            .should()
            .callMethodWhere(target(DescribedPredicate.and(
                    nameMatching("block|blockFirst|blockLast|blockOptional"),
                    owner(resideInAPackage("reactor.core.publisher")))));

    @ArchTest
    static final ArchRule timeComesIn = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /**
     * The authority of the question's subject decides the days of a quarter, which the periods of the query side find.
     * A version of a report keeps the calendar that it was made by.
     */
    @ArchTest
    static final ArchRule theDaysOfAQuarterAreThoseOfItsAuthority = noClasses()
            .that()
            .resideInAPackage("vn.soto.query..")
            .and()
            .resideOutsideOfPackage("vn.soto.query.period..")
            .and()
            .haveNameNotMatching("vn\\.soto\\.query\\.report\\.Report\\$Version")
            .should()
            .callMethodWhere(target(DescribedPredicate.and(
                    nameMatching("of|nearest|firstDay|lastDay|days"), owner(belongToAnyOf(QuarterCalendar.class)))));

    @ArchTest
    static final ArchRule theSystemClockHasOnePlace = noClasses()
            .that(not(simpleNameEndingWith("Configuration").or(belongToAnyOf(UuidV7.class))))
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule chanceHasOnePlace = noClasses()
            .that(not(belongToAnyOf(UuidV7.class)))
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(ThreadLocalRandom.class, "current");

    /**
     * A virtual thread that loads a class keeps its carrier while it waits for a lock. With as many of them as there
     * are carriers, the owner of the lock never gets one to go on.
     */
    @ArchTest
    static final ArchRule nothingRunsOnAVirtualThread = noClasses()
            .that()
            .resideOutsideOfPackage(TEST_KIT)
            .should()
            .callMethodWhere(target(owner(belongToAnyOf(Thread.class, Executors.class)))
                    .and(target(nameMatching("ofVirtual|startVirtualThread|newVirtualThreadPerTaskExecutor"))));

    @ArchTest
    static final ArchRule theProductUsesNoEmulator = noClasses()
            .that()
            .resideOutsideOfPackage(TEST_KIT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("de.bwaldvogel..");

    @ArchTest
    static final ArchRule dependenciesComeThroughConstructors =
            noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule nothingStaticChanges = noFields()
            .that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat(not(JavaClass.Predicates.assignableTo(Enum.class)))
            .should()
            .notHaveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Dto");
}
