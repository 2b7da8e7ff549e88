package vn.soto.events.stored;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a class for each type of record that calls its accessors and its constructor as code written by hand would. Calls by
 * method handles, which the compiler cannot see through, cost more than all else of encoding.
 */
final class RecordCompiler {

    private static final MethodHandles.Lookup HERE = MethodHandles.lookup();
    private static final ClassDesc VALUE = desc(StoredValue.class);
    private static final ClassDesc OUTPUT = desc(Output.class);
    private static final ClassDesc INPUT = desc(Input.class);
    private static final ClassDesc PARTS = VALUE.arrayType();
    private static final MethodTypeDesc MAKE = MethodTypeDesc.of(CD_void, PARTS);
    private static final MethodTypeDesc WRITE = MethodTypeDesc.of(CD_void, CD_Object, OUTPUT);
    private static final MethodTypeDesc READ = MethodTypeDesc.of(CD_Object, INPUT);

    /** Methods of {@link Output} and {@link Input} of the same name, for components of these types. */
    private static final Map<Class<?>, String> METHODS = Map.of(
            long.class, "signed",
            int.class, "integer",
            boolean.class, "flag",
            String.class, "text",
            Instant.class, "instant",
            LocalDate.class, "day");

    private final Class<?> type;
    private final RecordComponent[] components;

    /** Of the class that is made; it is of this package, and its name is for those who read a profile. */
    private final ClassDesc own;

    private RecordCompiler(Class<?> type) {
        this.type = type;
        this.components = type.getRecordComponents();
        this.own = ClassDesc.of(
                RecordCompiler.class.getPackageName(),
                "Stored_" + type.getName().replace('.', '_'));
    }

    /** @param shapes of the components, in order; they need not be there yet */
    static StoredValue compiled(Class<?> type, StoredValue[] shapes) {
        try {
            Class<?> made = HERE.defineHiddenClass(new RecordCompiler(type).classFile(), true)
                    .lookupClass();
            return (StoredValue) HERE.findConstructor(made, MethodType.methodType(void.class, StoredValue[].class))
                    .invoke((Object) shapes);
        } catch (Throwable e) {
            throw new IllegalStateException(type.toString(), e);
        }
    }

    private byte[] classFile() {
        return ClassFile.of()
                .build(
                        own,
                        made -> made.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC)
                                .withInterfaceSymbols(VALUE)
                                .withField("parts", PARTS, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL)
                                .withMethodBody(INIT_NAME, MAKE, 0, this::make)
                                .withMethodBody("write", WRITE, ClassFile.ACC_PUBLIC, this::write)
                                .withMethodBody("read", READ, ClassFile.ACC_PUBLIC, this::read));
    }

    private void make(CodeBuilder code) {
        code.aload(0)
                .invokespecial(CD_Object, INIT_NAME, MTD_void)
                .aload(0)
                .aload(1)
                .putfield(own, "parts", PARTS)
                .return_();
    }

    private void write(CodeBuilder code) {
        Label some = code.newLabel();
        code.aload(1).ifnonnull(some);
        octet(code, 0).return_();
        code.labelBinding(some);
        if (!isText()) {
            octet(code, 1);
        }
        code.aload(1).checkcast(desc(type)).astore(3);
        for (int at = 0; at < components.length; at++) {
            write(code, at);
        }
        code.return_();
    }

    private static CodeBuilder octet(CodeBuilder code, int value) {
        return code.aload(2).loadConstant(value).invokevirtual(OUTPUT, "octet", MethodTypeDesc.ofDescriptor("(I)V"));
    }

    private void write(CodeBuilder code, int at) {
        String direct = METHODS.get(components[at].getType());
        if (direct == null) {
            accessor(part(code, at).aload(3), at).aload(2).invokeinterface(VALUE, "write", WRITE);
        } else {
            accessor(code.aload(2).aload(3), at)
                    .invokevirtual(OUTPUT, direct, MethodTypeDesc.of(CD_void, component(at)));
        }
    }

    private CodeBuilder accessor(CodeBuilder code, int at) {
        return code.invokevirtual(desc(type), components[at].getName(), MethodTypeDesc.of(component(at)));
    }

    private CodeBuilder part(CodeBuilder code, int at) {
        return code.aload(0).getfield(own, "parts", PARTS).loadConstant(at).aaload();
    }

    private ClassDesc component(int at) {
        return desc(components[at].getType());
    }

    private void read(CodeBuilder code) {
        Label some = code.newLabel();
        if (isText()) {
            read(code, 0).astore(2).aload(2).ifnonnull(some);
        } else {
            code.aload(1)
                    .invokevirtual(INPUT, "octet", MethodTypeDesc.ofDescriptor("()I"))
                    .ifne(some);
        }
        code.aconst_null().areturn().labelBinding(some).new_(desc(type)).dup();
        if (isText()) {
            code.aload(2);
        } else {
            for (int at = 0; at < components.length; at++) {
                read(code, at);
            }
        }
        ClassDesc[] all =
                Arrays.stream(components).map(each -> desc(each.getType())).toArray(ClassDesc[]::new);
        code.invokespecial(desc(type), INIT_NAME, MethodTypeDesc.of(CD_void, all))
                .areturn();
    }

    private CodeBuilder read(CodeBuilder code, int at) {
        String direct = METHODS.get(components[at].getType());
        return direct == null
                ? part(code, at).aload(1).invokeinterface(VALUE, "read", READ).checkcast(component(at))
                : code.aload(1).invokevirtual(INPUT, direct, MethodTypeDesc.of(component(at)));
    }

    /** Whether it is nothing but a text that is there. */
    private boolean isText() {
        return components.length == 1
                && components[0].getType() == String.class
                && !components[0].getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static ClassDesc desc(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }
}
