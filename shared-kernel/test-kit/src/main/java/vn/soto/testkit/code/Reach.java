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
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a method may use, directly or through whatever it calls: fields read and classes constructed. Calls are followed
 * through the code given, through references and lambdas too, and to every implementation of what is overridden there; no
 * branch is left out, so it says what may happen, never what will.
 */
public final class Reach {

    private final Set<String> fields = new HashSet<>();
    private final Set<String> constructed = new HashSet<>();
    private final Set<JavaCodeUnit> seen = new HashSet<>();
    private final Deque<JavaCodeUnit> left = new ArrayDeque<>();
    private final JavaClasses code;

    private Reach(JavaClasses code) {
        this.code = code;
    }

    /** The classes of the folder or jar that each of these comes from. */
    public static JavaClasses codeAround(Class<?>... members) {
        return new ClassFileImporter()
                .importUrls(Stream.of(members)
                        .map(member ->
                                member.getProtectionDomain().getCodeSource().getLocation())
                        .toList());
    }

    /** @param code is followed; what lies outside is only noted */
    public static Reach of(Method start, JavaClasses code) {
        Reach reach = new Reach(code);
        reach.visit(code.get(start.getDeclaringClass()).getMethod(start.getName(), start.getParameterTypes()));
        for (JavaCodeUnit next = reach.left.poll(); next != null; next = reach.left.poll()) {
            next.getAccessesFromSelf().forEach(reach::note);
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

    private void note(JavaAccess<?> access) {
        switch (access.getTarget()) {
            case AccessTarget.FieldAccessTarget field -> fields.add(field.getFullName());
            case AccessTarget.ConstructorCallTarget constructor -> construct(constructor);
            case AccessTarget.ConstructorReferenceTarget constructor -> construct(constructor);
            case AccessTarget.CodeUnitAccessTarget method -> call(method);
            default -> throw new IllegalArgumentException("an access of an unknown kind: " + access);
        }
    }

    private void construct(AccessTarget.CodeUnitAccessTarget constructor) {
        constructed.add(constructor.getOwner().getName());
        constructor.resolveMember().ifPresent(this::visit);
    }

    private void call(AccessTarget.CodeUnitAccessTarget target) {
        target.resolveMember().ifPresent(called -> {
            visit(called);
            if (called instanceof JavaMethod method) {
                overriding(method).forEach(this::visit);
            }
        });
    }

    private static List<JavaMethod> overriding(JavaMethod method) {
        String[] parameters =
                method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return method.getOwner().getAllSubclasses().stream()
                .flatMap(type -> type.tryGetMethod(method.getName(), parameters).stream())
                .toList();
    }

    private void visit(JavaCodeUnit unit) {
        if (code.contain(unit.getOwner().getName()) && seen.add(unit)) {
            left.add(unit);
        }
    }
}
