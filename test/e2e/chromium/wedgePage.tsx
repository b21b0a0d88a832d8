import { type SyntheticEvent, useState } from 'react';
import {
  Button,
  Dialog,
  DialogTrigger,
  ListBox,
  ListBoxItem,
  Popover,
  Tab,
  TabList,
  Tabs,
} from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { armScanner } from '../../../renderer/scanner/armScanner.ts';
import { usualScanner } from '../../../renderer/scanner/profile.ts';

/** Appends a line that the test can read. */
function write(list: string, line: string) {
  const item = document.createElement('li');
  item.textContent = line;
  document.getElementById(list)?.append(item);
}

const tell = (what: string) => write('happened', what);

/** Many of the controls of `renderer/scanner/scannerArm.test`: there in jsdom, here as Chromium treats keys. */
function Page() {
  const [note, setNote] = useState('wet');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    tell('submitted');
  };
  return (
    <>
      <button id="native" type="button" onClick={() => tell('native')}>
        Receive
      </button>
      <Button id="aria" onPress={() => tell('aria')}>
        Receive
      </Button>
      <a id="link" href="#case" onClick={() => tell('link')}>
        Case
      </a>
      <input id="box" type="checkbox" onChange={() => tell('box')} />
      <details id="details" onToggle={() => tell('details')}>
        <summary id="summary">More</summary>
      </details>
      <Tabs onSelectionChange={(key) => key !== 'in' && tell('tab')}>
        <TabList aria-label="Which">
          <Tab id="in">In</Tab>
          <Tab id="out">Out</Tab>
        </TabList>
      </Tabs>
      <ListBox aria-label="Cases" selectionMode="multiple" onSelectionChange={() => tell('list')}>
        <ListBoxItem id="one">One</ListBoxItem>
        <ListBoxItem id="two">Parcel</ListBoxItem>
      </ListBox>
      <DialogTrigger onOpenChange={(isOpen) => tell(isOpen ? 'opened' : 'closed')}>
        <Button id="opens">Decide</Button>
        <Popover>
          <Dialog aria-label="Decision">
            <Button id="inside">Approve</Button>
          </Dialog>
        </Popover>
      </DialogTrigger>
      <form onSubmit={submit}>
        <input id="field" value={note} onChange={(event) => setNote(event.target.value)} />
        <input id="number" type="number" defaultValue="3" />
        <textarea id="area" defaultValue="seal" />
        <button id="submit" type="submit">
          Save
        </button>
      </form>
      <div id="editable" contentEditable suppressContentEditableWarning>
        note
      </div>
      <p style={{ height: 3000 }}>End</p>
    </>
  );
}

armScanner(
  window,
  usualScanner,
  (text) => write('scans', text),
  ({ text, isSure }) => write('scans', isSure ? `not read: ${text}` : `asked: ${text}`),
);
window.addEventListener('keydown', (event) => {
  if (!event.repeat && /^[djk?]$/.test(event.key) && event.target === document.body)
    tell(`shortcut ${event.key}`);
});
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Page />);
