import dev.cellvisor.notebook.*;
import dev.cellvisor.view.*;
import static dev.cellvisor.view.Show.display;
import dev.cellvisor.virtio.driver.Buffer;
import dev.cellvisor.vm.Console;
import java.nio.charset.StandardCharsets;
