package io.connections.api.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import io.connections.application.kernel.ServesAnybody;
import io.connections.domain.access.Actor;
import io.connections.domain.kernel.Failure;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// The rules that a compiler cannot keep, because modules alone do not say them.
@AnalyzeClasses(
        packages = {
            "io.connections.domain",
            "io.connections.application",
            "io.connections.adapters",
            "io.connections.api"
        },
        importOptions = OnlyWhatWeShip.class)
final class ArchitectureTest {
    private static final String DOMAIN = "io.connections.domain..";
    private static final String APPLICATION = "io.connections.application..";
    private static final String ADAPTERS = "io.connections.adapters..";
    private static final String API = "io.connections.api..";
    private static final String MUTINY = "io.smallrye.mutiny..";

    // Layers

    @ArchTest
    static final ArchRule theDomainKnowsOnlyTheJdk =
            classes()
                    .that()
                    .resideInAPackage(DOMAIN)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", DOMAIN);

    @ArchTest
    static final ArchRule theApplicationAddsOnlyMutinyAndInjection =
            classes()
                    .that()
                    .resideInAPackage(APPLICATION)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            MUTINY,
                            "jakarta.inject..",
                            DOMAIN,
                            APPLICATION);

    @ArchTest
    static final ArchRule adaptersDoNotKnowTheApi =
            noClasses()
                    .that()
                    .resideInAPackage(ADAPTERS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(API);

    /// It ships them, at runtime only; naming one would need the module's scope to change first.
    @ArchTest
    static final ArchRule theApiNamesNoAdapter =
            noClasses()
                    .that()
                    .resideInAPackage(API)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ADAPTERS);

    @ArchTest
    static final ArchRule resourcesReachStoredThingsOnlyThroughUseCases =
            noClasses()
                    .that()
                    .resideInAPackage(API)
                    .should()
                    .dependOnClassesThat(
                            nameMatching(
                                    "io\\.connections\\.application\\..*\\.port\\..*(Repository"
                                            + "|Vault|Search|Queue|Readings|Store|Journal"
                                            + "|Listing|Setups|Uses|UnitOfWork)"));

    // Features

    @ArchTest
    static final ArchRule featuresOfTheDomainFormNoCircle =
            slices().matching("io.connections.domain.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresOfTheApplicationFormNoCircle =
            slices().matching("io.connections.application.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule adaptersFormNoCircle =
            slices().matching("io.connections.adapters.(**)").should().beFreeOfCycles();

    /// All features answer problems, and the list of problems shows what some of them carry: the
    /// one place where failures become HTTP knows every feature on purpose.
    @ArchTest
    static final ArchRule featuresOfTheApiFormNoCircle =
            slices().matching("io.connections.api.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .ignoreDependency(
                            resideInAPackage("io.connections.api.problem.."), alwaysTrue());

    // Two families of ports

    @ArchTest
    static final ArchRule theEngineAndItsPortsBlock =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "io.connections.application.run",
                            "io.connections.application.run.port",
                            "io.connections.adapters.persistence.run")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(MUTINY);

    @ArchTest
    static final ArchRule requestsNeverTouchWhatAWorkerUses =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "io.connections.application.run.request..",
                            "io.connections.application.overview..",
                            "io.connections.application.connection..",
                            "io.connections.application.profile..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.connections.application.run",
                            "io.connections.application.run.port");

    @ArchTest
    static final ArchRule onlyAdaptersOfTheEngineSpeakJdbc =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "io.connections.adapters.persistence.run",
                            "io.connections.adapters.scheduler")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..");

    @ArchTest
    static final ArchRule nobodyWaitsForAReactiveAnswer =
            noClasses().should().callMethod(Uni.class, "await");

    // Time, randomness of patterns, injection

    @ArchTest
    static final ArchRule onlyTheClockReadsTheTime =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(
                            "io.connections.adapters.persistence.kernel.Clocks")
                    .should()
                    .callCodeUnitWhere(target(readsTheTime()));

    @ArchTest
    static final ArchRule noPatternThatCanRunAway =
            noClasses()
                    .that()
                    .resideInAnyPackage(DOMAIN, APPLICATION)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.util.regex..");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            noFields().should().beAnnotatedWith(Inject.class);

    /// The check that goes before the stream has asked, and hands over what it found.
    @ArchTest
    @ArchTag("M18")
    static final ArchRule aRunThatIsStreamedIsAskedForOnce =
            noClasses()
                    .that()
                    .haveSimpleName("RunResource")
                    .should()
                    .dependOnClassesThat()
                    .haveSimpleName("WatchRun");

    // Names and shapes

    @ArchTest
    @ArchTag("M30")
    static final ArchRule everyUseCaseAsksForAPermissionOrSaysWhyItCannot =
            classes()
                    .that(areUseCases())
                    .and()
                    .areNotAnnotatedWith(ServesAnybody.class)
                    .should(askForAPermission());

    @ArchTest
    @ArchTag("M25")
    static final ArchRule whoServesAnybodySaysWhyAndKnowsNobody =
            classes()
                    .that()
                    .areAnnotatedWith(ServesAnybody.class)
                    .should(giveAReason())
                    .andShould(ArchConditions.be(areUseCases()))
                    .andShould(
                            ArchConditions.not(
                                    ArchConditions.dependOnClassesThat(
                                            DescribedPredicate.describe(
                                                    "are actors",
                                                    type -> type.isEquivalentTo(Actor.class)))));

    /// What serves anybody cannot be reached by a request that somebody signed in for, and nothing
    /// else can be reached without.
    @ArchTest
    @ArchTag("M25")
    static final ArchRule onlyTheEndpointsForStrangersServeAnybody =
            noClasses()
                    .that()
                    .resideInAPackage(API)
                    .and()
                    .resideOutsideOfPackage("io.connections.api.visitor")
                    .should()
                    .dependOnClassesThat()
                    .areAnnotatedWith(ServesAnybody.class);

    @ArchTest
    @ArchTag("M25")
    static final ArchRule theEndpointsForStrangersUseNothingElse =
            noClasses()
                    .that()
                    .resideInAPackage("io.connections.api.visitor")
                    .should()
                    .dependOnClassesThat(
                            areUseCases()
                                    .and(
                                            DescribedPredicate.not(
                                                    annotatedWith(ServesAnybody.class))));

    @ArchTest
    static final ArchRule aUseCaseIsFinalAndDoesOneThing =
            classes()
                    .that(areUseCases())
                    .should()
                    .haveModifier(JavaModifier.FINAL)
                    .andShould(haveOnePublicMethod())
                    .andShould()
                    .haveNameNotMatching(".*(UseCase|Service|Handler|Manager)");

    @ArchTest
    static final ArchRule portsAreNamedByTheirRole =
            noClasses()
                    .that()
                    .resideInAPackage("io.connections.application..port")
                    .should()
                    .haveSimpleNameEndingWith("Port")
                    .orShould()
                    .haveNameMatching(".*\\.I[A-Z][a-z]\\w*");

    @ArchTest
    static final ArchRule failuresSayWhatIsWrong =
            noClasses()
                    .that()
                    .areAssignableTo(Throwable.class)
                    .should()
                    .haveSimpleNameEndingWith("Exception")
                    .orShould()
                    .haveSimpleNameEndingWith("Error");

    /// The engine has failures of its own, which never reach a person.
    @ArchTest
    static final ArchRule whatARequestFailsWithIsAFailure =
            classes()
                    .that()
                    .areAssignableTo(RuntimeException.class)
                    .and()
                    .resideInAPackage(APPLICATION)
                    .and()
                    .resideOutsideOfPackages(
                            "io.connections.application.run", "io.connections.application.run.port")
                    .should()
                    .beAssignableTo(Failure.class);

    @ArchTest
    static final ArchRule rowsStayWithTheirRepository =
            classes().that().haveSimpleNameEndingWith("Entity").should().notBePublic();

    @ArchTest
    static final ArchRule noPackageForThisAndThat =
            noClasses()
                    .should()
                    .resideInAnyPackage("..util..", "..common..", "..dto..", "..impl..");

    private static DescribedPredicate<CodeUnitCallTarget> readsTheTime() {
        Set<String> zoneless =
                Set.of(
                        Instant.class.getName(),
                        "java.time.LocalDate",
                        "java.time.LocalTime",
                        "java.time.LocalDateTime",
                        "java.time.OffsetDateTime",
                        "java.time.ZonedDateTime",
                        "java.time.Year",
                        "java.time.YearMonth");
        return DescribedPredicate.describe(
                "reads the machine's time",
                target -> {
                    String owner = target.getOwner().getName();
                    return switch (target.getName()) {
                        case "now" -> zoneless.contains(owner);
                        case "currentTimeMillis" -> owner.equals(System.class.getName());
                        case "system", "systemUTC", "systemDefaultZone" ->
                                owner.equals(Clock.class.getName())
                                        || owner.equals(InstantSource.class.getName());
                        case "<init>" ->
                                owner.equals("java.util.Date")
                                        && target.getRawParameterTypes().isEmpty();
                        default -> false;
                    };
                });
    }

    private static DescribedPredicate<JavaClass> areUseCases() {
        return DescribedPredicate.describe(
                "are use cases",
                type ->
                        type.getPackageName().startsWith("io.connections.application")
                                && !type.getPackageName().equals("io.connections.application.run")
                                && type.isTopLevelClass()
                                && type.getMethods().stream()
                                        .anyMatch(method -> method.getName().equals("handle")));
    }

    private static ArchCondition<JavaClass> askForAPermission() {
        return new ArchCondition<>("ask for a permission") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean asks =
                        type.getMethodCallsFromSelf().stream()
                                .map(JavaMethodCall::getTarget)
                                .anyMatch(
                                        target ->
                                                target.getOwner().isEquivalentTo(Actor.class)
                                                        && target.getName().equals("require"));
                events.add(
                        new SimpleConditionEvent(
                                type, asks, type.getName() + " asks for no permission"));
            }
        };
    }

    private static ArchCondition<JavaClass> giveAReason() {
        return new ArchCondition<>("give a reason") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String because = type.getAnnotationOfType(ServesAnybody.class).because();
                events.add(
                        new SimpleConditionEvent(
                                type,
                                because.length() >= 40,
                                type.getName() + " says only '" + because + "'"));
            }
        };
    }

    private static ArchCondition<JavaClass> haveOnePublicMethod() {
        return new ArchCondition<>("have one public method, 'handle'") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<String> open =
                        type.getMethods().stream()
                                .filter(
                                        method ->
                                                method.getModifiers().contains(JavaModifier.PUBLIC))
                                .map(JavaMethod::getName)
                                .toList();
                boolean one = open.equals(List.of("handle"));
                events.add(
                        new SimpleConditionEvent(
                                type, one, type.getName() + " has public methods " + open));
            }
        };
    }
}
