package gongkai;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * The compiled module {@code gongkai_validator.wasm}; threads may share it. Compiling to bytecode takes a moment, making a
 * {@link Validator} does not.
 */
public final class ValidatorModule {
    private final WasmModule module;
    private final Function<Instance, Machine> machine;

    private ValidatorModule(WasmModule module) {
        this.module = module;
        this.machine = MachineFactoryCompiler.compile(module);
    }

    /** Compiles the module in a file. */
    public static ValidatorModule read(Path file) throws IOException {
        return new ValidatorModule(Parser.parse(file));
    }

    /** Compiles the module. */
    public static ValidatorModule of(byte[] wasm) {
        return new ValidatorModule(Parser.parse(wasm));
    }

    /** A validator with nothing loaded. */
    public Validator validator() {
        return new Validator(Instance.builder(module).withMachineFactory(machine).build());
    }
}
