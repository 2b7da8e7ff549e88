package vn.soto.testkit.code;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The uses of a method, directly or through the methods it calls: fields read, classes constructed and methods called.
 * Calls are followed through the code given, through references and lambdas too, and to every overriding
 * implementation. No branch is left out, so the result is possible uses, not certain ones.
 */
public final class Reach {

    private final Set<String> fields = new HashSet<>();
    private final Set<String> constructed = new HashSet<>();
    private final Set<String> methods = new HashSet<>();

    private Reach() {}

    /** The classes of the folder or jar that each of these comes from. */
    public static Code codeAround(Class<?>... members) {
        return new Code(new ClassFileImporter()
                .importUrls(Stream.of(members)
                        .map(member ->
                                member.getProtectionDomain().getCodeSource().getLocation())
                        .toList()));
    }

    /** @param code is followed; what lies outside is only noted */
    public static Reach of(Method start, Code code) {
        return of(List.of(start), code);
    }

    /** Of several methods together. */
    public static Reach of(Collection<Method> starts, Code code) {
        Reach reach = new Reach();
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> left =
                new ArrayDeque<>(starts.stream().map(code::find).toList());
        for (JavaCodeUnit next = left.poll(); next != null; next = left.poll()) {
            if (seen.add(next)) {
                Uses uses = code.uses(next);
                reach.fields.addAll(uses.fields);
                reach.constructed.addAll(uses.constructed);
                reach.methods.addAll(uses.methods);
                left.addAll(uses.called);
            }
        }
        return reach;
    }

    /** Whether the constant is read. */
    public boolean uses(Enum<?> constant) {
        return fields.contains(constant.getDeclaringClass().getName() + "." + constant.name());
    }

    public boolean constructs(Class<?> type) {
        return constructed.contains(type.getName());
    }

    /** Whether a method of the name is called. */
    public boolean calls(Class<?> type, String method) {
        return methods.contains(type.getName() + "." + method);
    }

    /** The uses of a method itself, and the code it may call. */
    private record Uses(Set<String> fields, Set<String> constructed, Set<String> methods, Set<JavaCodeUnit> called) {}

    /** Code through which calls are followed. Each method of it is looked through once, for all from which it is reached. */
    public static final class Code {

        private final JavaClasses classes;
        private final Map<JavaCodeUnit, Uses> known = new ConcurrentHashMap<>();

        private Code(JavaClasses classes) {
            this.classes = classes;
        }

        private JavaCodeUnit find(Method method) {
            return classes.get(method.getDeclaringClass()).getMethod(method.getName(), method.getParameterTypes());
        }

        private Uses uses(JavaCodeUnit unit) {
            return known.computeIfAbsent(unit, any -> {
                Uses uses = new Uses(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
                unit.getAccessesFromSelf().forEach(access -> note(access, uses));
                return uses;
            });
        }

        private void note(JavaAccess<?> access, Uses uses) {
            switch (access.getTarget()) {
                case AccessTarget.FieldAccessTarget field -> uses.fields.add(field.getFullName());
                case AccessTarget.ConstructorCallTarget constructor -> construct(constructor, uses);
                case AccessTarget.ConstructorReferenceTarget constructor -> construct(constructor, uses);
                case AccessTarget.CodeUnitAccessTarget method -> call(method, uses);
                default -> throw new IllegalArgumentException("an access of an unknown kind: " + access);
            }
        }

        private void construct(AccessTarget.CodeUnitAccessTarget constructor, Uses uses) {
            uses.constructed.add(constructor.getOwner().getName());
            constructor.resolveMember().ifPresent(called -> follow(called, uses));
        }

        private void call(AccessTarget.CodeUnitAccessTarget target, Uses uses) {
            uses.methods.add(target.getOwner().getName() + "." + target.getName());
            target.resolveMember().ifPresent(called -> {
                follow(called, uses);
                if (called instanceof JavaMethod method) {
                    overriding(method).forEach(unit -> follow(unit, uses));
                }
            });
        }

        private static List<JavaMethod> overriding(JavaMethod method) {
            String[] parameters = method.getRawParameterTypes().stream()
                    .map(JavaClass::getName)
                    .toArray(String[]::new);
            return method.getOwner().getAllSubclasses().stream()
                    .flatMap(type -> type.tryGetMethod(method.getName(), parameters).stream())
                    .toList();
        }

        private void follow(JavaCodeUnit unit, Uses uses) {
            if (classes.contain(unit.getOwner().getName())) {
                uses.called.add(unit);
            }
        }
    }
}
