# Only short names for the tasks: everything is in site/build/task.py, which also runs without make.
# ARGS is handed to the task: make test ARGS="tests/rules -k REC190".
PYTHON ?= python3
# `new-rule` takes arguments: task.py new-rule ID NAME.
TASKS := setup build serve quick test test-long media bench release check lock

.PHONY: $(TASKS)
$(TASKS):
	@$(PYTHON) site/build/task.py $@ $(ARGS)
